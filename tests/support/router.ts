import { render } from "@testing-library/react";
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import { createElement, type ReactNode } from "react";

/** Renders what leads on by itself, and notes whereto. */
export function renderWithRouter(content: ReactNode) {
  const replaced: string[] = [];
  const nothing = () => {};
  const router: AppRouterInstance = {
    ...{ back: nothing, forward: nothing, refresh: nothing, push: nothing, prefetch: nothing },
    replace: (href) => void replaced.push(href),
    bfcacheId: "",
  };
  const wrapper = ({ children }: { children: ReactNode }) =>
    createElement(AppRouterContext.Provider, { value: router }, children);
  return { view: render(content, { wrapper }), replaced };
}
