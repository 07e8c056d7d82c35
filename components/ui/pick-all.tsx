"use client";

import { type ChangeEvent, useCallback, useEffect, useRef, useState } from "react";
import { CheckboxField } from "#components/ui/field";

const none = { picked: 0, all: 0 };

/** Ticks every row of its form's page, and counts those ticked. Before JavaScript there is nothing. */
export function PickAll({ name }: { name: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [{ picked, all }, setCount] = useState(none);

  const count = useCallback(() => {
    const boxes = boxesBeside(place.current, name);
    setCount({ picked: boxes.filter(({ checked }) => checked).length, all: boxes.length });
  }, [name]);

  useEffect(() => {
    const form = place.current?.closest("form");
    count();
    form?.addEventListener("change", count);
    // A page that comes back keeps its ticks.
    window.addEventListener("pageshow", count);
    return () => {
      form?.removeEventListener("change", count);
      window.removeEventListener("pageshow", count);
    };
  }, [count]);

  function pick({ target }: ChangeEvent<HTMLInputElement>) {
    for (const box of boxesBeside(place.current, name)) box.checked = target.checked;
    count();
  }

  return (
    <div ref={place} className="cluster">
      {all > 0 && (
        <>
          <CheckboxField
            label={`Choose all ${all} on this page`}
            checked={picked === all}
            onChange={pick}
          />
          <span role="status" className="muted">
            {picked} chosen
          </span>
        </>
      )}
    </div>
  );
}

function boxesBeside(place: HTMLElement | null, name: string): HTMLInputElement[] {
  const form = place?.closest("form");
  return [...(form?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`) ?? [])];
}
