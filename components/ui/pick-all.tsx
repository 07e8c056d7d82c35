"use client";

import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { CheckboxField } from "#components/ui/field";

const none = { picked: 0, all: 0 };

/** Ticks every row of its form's page, and counts those ticked. Before JavaScript there is nothing. */
export function PickAll({ name }: { name: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [{ picked, all }, setCount] = useState(none);

  useEffect(() => {
    const form = place.current?.closest("form");
    const count = () => {
      const boxes = boxesOf(form, name);
      setCount({ picked: boxes.filter(({ checked }) => checked).length, all: boxes.length });
    };
    count();
    form?.addEventListener("change", count);
    // A page that comes back keeps its ticks.
    window.addEventListener("pageshow", count);
    return () => {
      form?.removeEventListener("change", count);
      window.removeEventListener("pageshow", count);
    };
  }, [name]);

  // The event goes on to the form, which counts anew.
  function pick({ target }: ChangeEvent<HTMLInputElement>) {
    for (const box of boxesOf(target.form, name)) box.checked = target.checked;
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

function boxesOf(form: HTMLFormElement | null | undefined, name: string): HTMLInputElement[] {
  return [...(form?.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`) ?? [])];
}
