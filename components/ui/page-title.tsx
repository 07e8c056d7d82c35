/** The page's one h1, and the same words as the window's title. */
export function PageTitle({ title }: { title: string }) {
  return (
    <>
      <title>{`${title} · Handover`}</title>
      <h1>{title}</h1>
    </>
  );
}
