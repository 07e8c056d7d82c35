import { isIPv6 } from "node:net";

/** Whose a network address is: of IPv6 the first 64 bits, as the rest is for the owner to choose. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [front = [], back = []] = address.split("::").map((part) => part.split(":"));
  const zeros = Array<string>(Math.max(0, 8 - front.length - back.length)).fill("0");
  const network = [...front, ...zeros, ...back].slice(0, 4);
  return network.map((group) => (Number.parseInt(group, 16) || 0).toString(16)).join(":");
}
