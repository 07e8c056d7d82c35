import { notFound } from "next/navigation";
import { z } from "zod";
import { Refusal } from "#lib/refusal";

/** A page's content, or the not-found page: the same for another account's id and for nobody's. */
export async function found<T>(id: string, look: (id: string) => Promise<T>): Promise<T> {
  const parsed = z.uuid().safeParse(id);
  if (!parsed.success) notFound();
  try {
    return await look(parsed.data);
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  }
}
