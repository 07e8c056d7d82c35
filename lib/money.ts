export type Money = {
  /** In minor units of the currency: cents, or whole yen. */
  amount: number;
  currency: string;
};

/** "$1,234.50", "¥1,235", "BHD 1.234": as the reader's locale writes it, exact to the minor unit. */
export function moneyText({ amount, currency }: Money, locale: string): string {
  return formatterFor(currency, locale).format(decimal(amount, minorDigits(currency)));
}

/** How many digits a currency has after its decimal point. */
function minorDigits(currency: string): number {
  return formatterFor(currency, "en").resolvedOptions().maximumFractionDigits ?? 2;
}

// As text: a fraction of a number is not exact.
function decimal(amount: number, digits: number): Intl.StringNumericLiteral {
  const sign = amount < 0 ? "-" : "";
  const figures = String(Math.abs(amount)).padStart(digits + 1, "0");
  const whole = figures.slice(0, figures.length - digits);
  const rest = figures.slice(figures.length - digits);
  return (digits === 0 ? sign + whole : `${sign}${whole}.${rest}`) as Intl.StringNumericLiteral;
}

function formatterFor(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    if (formatters.size > 200) formatters.clear();
    formatter = new Intl.NumberFormat(locale, { style: "currency", currency });
    formatters.set(key, formatter);
  }
  return formatter;
}

const formatters = new Map<string, Intl.NumberFormat>();
