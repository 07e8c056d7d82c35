"use client";

import { type ComponentProps, useEffect, useRef } from "react";

/** Takes the focus when it appears, so that a result is read and the next Tab starts there. */
export function FocusOnMount(props: ComponentProps<"div">) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.focus(), []);
  return <div ref={element} tabIndex={-1} {...props} />;
}
