import { BlockList, isIP } from "node:net";

/**
 * Whether the console is open to this address: to all of them, unless SUPPORT_NETWORKS names some, as
 * in "203.0.113.0/24, 2001:db8::/32, 198.51.100.7". Throws where it names something else.
 */
export function isSupportNetwork(
  address: string,
  named = process.env.SUPPORT_NETWORKS ?? "",
): boolean {
  const networks = named.split(/[\s,]+/).filter(Boolean);
  if (networks.length === 0) return true;
  const family = isIP(address);
  if (family === 0) return false;
  return listOf(networks).check(address, family === 6 ? "ipv6" : "ipv4");
}

function listOf(networks: string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits, ...rest] = network.split("/");
    const family = isIP(address);
    const widest = family === 6 ? 128 : 32;
    // Nothing behind the slash would be 0, which is everybody.
    const prefix = bits === undefined ? widest : Number(/^\d+$/.test(bits) ? bits : Number.NaN);
    if (family === 0 || rest.length > 0 || !(prefix <= widest)) {
      throw new Error(`SUPPORT_NETWORKS names "${network}", which is no network.`);
    }
    list.addSubnet(address, prefix, family === 6 ? "ipv6" : "ipv4");
  }
  return list;
}
