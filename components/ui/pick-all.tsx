"use client";

import { type ChangeEvent, useCallback, useEffect, useRef, useState } from "react";
import { CheckboxField } from "#components/ui/field";

type PickAllProps = {
  name: string;
  /** The form's checkbox that chooses also what is on other pages. */
  beyond?: string;
};

const none = { picked: 0, all: 0, isBeyond: false };

/** Ticks every row of its form's page, and counts those ticked. Before JavaScript there is nothing. */
export function PickAll({ name, beyond }: PickAllProps) {
  const place = useRef<HTMLDivElement>(null);
  const [{ picked, all, isBeyond }, setCount] = useState(none);

  const count = useCallback(() => {
    const boxes = boxesBeside(place.current, name);
    const isBeyond = beyond ? boxesBeside(place.current, beyond).some(isTicked) : false;
    setCount({ picked: boxes.filter(isTicked).length, all: boxes.length, isBeyond });
  }, [name, beyond]);

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
            {isBeyond ? "All that match are chosen" : `${picked} chosen`}
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

function isTicked({ checked }: HTMLInputElement): boolean {
  return checked;
}
