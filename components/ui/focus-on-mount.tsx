"use client";

import { type ComponentProps, useEffect, useRef } from "react";

type FocusOnMountProps = ComponentProps<"div"> & { whenever: boolean | string | object };

/**
 * Takes the focus when it appears, and again with another value of `whenever`, so that a result is
 * read and the next Tab starts there.
 */
export function FocusOnMount({ whenever, ...props }: FocusOnMountProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (whenever) element.current?.focus();
  }, [whenever]);
  return <div ref={element} tabIndex={-1} {...props} />;
}
