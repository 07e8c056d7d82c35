"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, type FormEvent, useEffect, useRef, useTransition } from "react";

const PAUSE = 300;

type SearchAsYouTypeProps = Omit<ComponentProps<"input">, "defaultValue"> & { text: string };

/** A search field whose form is sent by itself once typing pauses, in place of the page before. */
export function SearchAsYouType({ text, ...input }: SearchAsYouTypeProps) {
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pending, startTransition] = useTransition();
  const router = useRouter();

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // What is being typed is newer than the address.
    if (field.current && field.current !== document.activeElement) field.current.value = text;
  }, [text]);

  function sendSoon(event: FormEvent<HTMLInputElement>) {
    clearTimeout(timer.current);
    const { form } = event.currentTarget;
    if (!form || (event.nativeEvent as InputEvent).isComposing) return;
    timer.current = setTimeout(() => {
      startTransition(() => router.replace(addressOf(form), { scroll: false }));
    }, PAUSE);
  }

  return (
    <input
      ref={field}
      type="search"
      className="input"
      defaultValue={text}
      aria-busy={pending || undefined}
      onInput={sendSoon}
      {...input}
    />
  );
}

function addressOf(form: HTMLFormElement): string {
  const path = new URL(form.action).pathname;
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value.trim()) parameters.append(name, value);
  }
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}
