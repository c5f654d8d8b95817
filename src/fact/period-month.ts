/** Maps the English names of the months, long and short, in lower case, to their numbers; `Intl` knows them. */
export function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const style of ["long", "short"] as const) {
    const format = new Intl.DateTimeFormat("en-US", { month: style, timeZone: "UTC" });
    for (let month = 1; month <= 12; month++) names.set(format.format(Date.UTC(2000, month - 1)).toLowerCase(), month);
  }
  return names.set("sept", 9);
}
