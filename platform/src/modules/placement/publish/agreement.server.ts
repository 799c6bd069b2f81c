import type { Work } from "../../../database/work.server.ts";
import { type AgreedPair, agreementsBetween } from "../../agreement/service.server.ts";
import type { Placement } from "./contract.ts";

/**
 * The agreement a placement stands on, on its first day: null where there is none. Told to institution and host alone,
 * who can read their own agreements: for anybody else none to be seen is not none at all, so it is undefined.
 */
export async function agreementOf(
	work: Work,
	{ institutionId, hostId, firstDay }: Pick<Placement, "institutionId" | "hostId" | "firstDay">,
): Promise<AgreedPair | null | undefined> {
	const { actor } = work;
	if (actor.kind !== "person" || (actor.organisationId !== institutionId && actor.organisationId !== hostId))
		return undefined;
	if (!actor.roles.some((role) => role !== "student")) return undefined;
	return (await agreementsBetween(work, [{ institutionId, hostId }], firstDay))[0] ?? null;
}
