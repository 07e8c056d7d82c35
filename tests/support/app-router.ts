import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import { createElement, type ReactNode } from "react";

const nothing = () => {};
const router: AppRouterInstance = {
  bfcacheId: "",
  back: nothing,
  forward: nothing,
  refresh: nothing,
  push: nothing,
  replace: nothing,
  prefetch: nothing,
};

/** What Next puts around a page, for a component that asks for its router. */
export function AppRouter({ children }: { children: ReactNode }) {
  return createElement(AppRouterContext.Provider, { value: router }, children);
}
