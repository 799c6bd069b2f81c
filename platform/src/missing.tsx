import { missing } from "./visit.server.ts";

/** Any address that is no page. A route of its own, so that the root middleware runs for it too. */
export function loader() {
	missing();
}

export default function Missing() {
	return null;
}
