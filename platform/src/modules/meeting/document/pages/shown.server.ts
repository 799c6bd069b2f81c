import type { Work } from "../../../../database/work.server.ts";
import type { DocumentPlace } from "../contract.ts";
import { listDocuments, openPlace } from "../service.server.ts";
import type { ShownDocument } from "./Documents.tsx";

/**
 * The documents of one place, as its page shows them: an arena's own, a meeting's with those of its items, or a hearing's;
 * and the page where one is added, for those who may.
 */
export async function shownDocuments(
	work: Work,
	place: DocumentPlace,
	items: readonly { readonly id: string; readonly title: string }[] = [],
): Promise<{ readonly documents: readonly ShownDocument[]; readonly addAt?: string }> {
	const documents = await listDocuments(work, place);
	const here = documents.filter(({ meetingId }) => place.of === "hearing" || meetingId === place.meetingId);
	const opened = work.actor.kind === "link" ? undefined : (await openPlace(work, place)).done;
	return {
		documents: here.map(({ id, title, link, addedBy, addedAt, itemId, addedFor }) => ({
			...{ id, title, link, addedBy, addedAt, about: items.find((item) => item.id === itemId)?.title ?? null },
			mayRemove: opened?.mayRemove(addedFor) ?? false,
		})),
		...(opened?.mayAdd ? { addAt: `/documents/new?${addressOf(place)}` } : {}),
	};
}

function addressOf(place: DocumentPlace): string {
	if (place.of === "hearing") return `hearing=${place.hearingId}`;
	return `arena=${place.arenaId}${place.meetingId === null ? "" : `&meeting=${place.meetingId}`}`;
}

/** The place an address names; undefined where it names none. */
export function placeIn(url: URL): DocumentPlace | undefined {
	const [arenaId, meetingId, hearingId] = ["arena", "meeting", "hearing"].map((name) => url.searchParams.get(name));
	if (hearingId) return { of: "hearing", hearingId };
	return arenaId ? { of: "arena", arenaId, meetingId: meetingId ?? null, itemId: null } : undefined;
}

/** The page a place has. */
export function pathOf(place: DocumentPlace): string {
	if (place.of === "hearing") return `/hearings/${place.hearingId}`;
	return place.meetingId === null ? `/arenas/${place.arenaId}` : `/meetings/${place.meetingId}`;
}
