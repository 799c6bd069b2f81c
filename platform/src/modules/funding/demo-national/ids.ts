import { v5 as nameUuid } from "uuid";

/** Names under it become ids, the same in every installation: a demo made twice is the same demo. */
const namespace = "0193c9a4-7b2d-7d41-8f10-5c2e9a7d3b66";

export function nationalId(key: string): string {
	return nameUuid(`funding:${key}`, namespace);
}
