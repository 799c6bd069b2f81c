import { newId, type Work } from "../../../database/work.server.ts";
import { mostBytes } from "../../../file/file-type.ts";
import { cleanFileName, documentTypeOf } from "../../../file/upload.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { openHearing, openHearingLink } from "../hearing/service.server.ts";
import { type OpenedArena, openArena, openMeeting } from "../open.server.ts";
import { openAnswerLink } from "../plan.server.ts";
import {
	type Document,
	type DocumentFile,
	type DocumentPlace,
	type DocumentRefusal,
	mostDocuments,
} from "./contract.ts";
import * as store from "./store.server.ts";

export { listDocuments } from "./store.server.ts";

type Opened = {
	readonly organisationId: string;
	readonly name: string;
	readonly mayAdd: boolean;
	/** Whether the asker may remove a document that was added for an organisation. */
	mayRemove(addedFor: string): boolean;
};

/** Whether documents are added and removed at a place now, and by the asker. */
export async function openPlace(work: Work, place: DocumentPlace): Promise<Outcome<Opened, DocumentRefusal>> {
	if (place.of === "hearing") {
		const opened = await openHearing(work, place.hearingId);
		if (!opened.done) return refused("missing");
		const { hearing, can } = opened.done;
		const { state } = hearing;
		// What people have been sent stays as it was: while a hearing is open, more can be added, and nothing removed.
		return done({
			...{ organisationId: hearing.organisationId, name: hearing.title },
			mayAdd: can.keep && (state === "draft" || state === "open"),
			mayRemove: () => can.keep && state === "draft",
		});
	}
	const found = await openArenaOf(work, place);
	if (found.refused) return found;
	const { arena, can, asker, locked } = found.done;
	return done({
		...{ organisationId: arena.organisationId, name: arena.name },
		mayAdd: can.takePart && !locked,
		mayRemove: (addedFor) => !locked && (can.lead || (can.takePart && addedFor === asker.organisationId)),
	});
}

async function openArenaOf(
	work: Work,
	{ arenaId, meetingId, itemId }: Extract<DocumentPlace, { of: "arena" }>,
): Promise<Outcome<OpenedArena & { readonly locked: boolean }, DocumentRefusal>> {
	if (meetingId === null) {
		const opened = await openArena(work, arenaId);
		return opened.refused ? opened : done({ ...opened.done, locked: false });
	}
	const opened = await openMeeting(work, meetingId);
	if (opened.refused) return opened;
	if (opened.done.arena.id !== arenaId) return refused("missing");
	if (itemId !== null && !opened.done.items.some(({ id }) => id === itemId))
		return refused("item-unknown", { field: "itemId" });
	return done({ ...opened.done, locked: opened.done.meeting.minutesApprovedAt !== null });
}

/** Adds a file or an address. What a file is, is read in the file itself; it is called what was said, else by its name. */
export async function addDocument(
	work: Work,
	place: DocumentPlace,
	given: {
		readonly title: string;
		readonly link: string | null;
		readonly file: { readonly name: string; readonly content: Uint8Array } | null;
	},
): Promise<Outcome<{ id: string }, DocumentRefusal>> {
	const opened = await openPlace(work, place);
	if (opened.refused) return opened;
	const { organisationId, mayAdd } = opened.done;
	if (!mayAdd) return refused("not-allowed");
	const { link, file } = given;
	if ((link === null) === (file === null)) return refused("file-or-link", { field: "file" });
	const mediaType = file === null ? undefined : documentTypeOf(file.content);
	if (file !== null && (mediaType === undefined || file.content.length > mostBytes))
		return refused("file-type", { field: "file" });
	if ((await countAt(work, place)) >= mostDocuments)
		return refused("too-many-documents", { detail: { most: mostDocuments } });
	const { actor } = work;
	const id = newId();
	await store.insertDocument(work, organisationId, place, {
		...{ id, link, title: given.title || cleanFileName(file?.name ?? link ?? "", "dokument") },
		file: file === null || mediaType === undefined ? null : { mediaType, content: Buffer.from(file.content) },
		addedFor: actor.kind === "nobody" ? organisationId : (actor.organisationId ?? organisationId),
		addedBy: actor.kind === "person" ? actor.name : null,
	});
	await record(work, { verb: "document.add", ...objectOf(place), detail: { document: id } });
	return done({ id });
}

function objectOf(place: DocumentPlace) {
	if (place.of === "hearing") return { objectKind: "hearing", objectId: place.hearingId };
	if (place.meetingId !== null) return { objectKind: "meeting", objectId: place.meetingId };
	return { objectKind: "arena", objectId: place.arenaId };
}

async function countAt(work: Work, place: DocumentPlace): Promise<number> {
	if (place.of === "hearing") return (await store.listDocuments(work, place)).length;
	return (await store.listDocuments(work, place)).filter(({ meetingId }) => meetingId === place.meetingId).length;
}

/** What a document belongs to. */
export function placeOf({ arenaId, meetingId, itemId, hearingId }: Document): DocumentPlace {
	return hearingId === null ? { of: "arena", arenaId: arenaId ?? "", meetingId, itemId } : { of: "hearing", hearingId };
}

/** A document the asker may remove, with what it belongs to. */
export async function openToRemove(
	work: Work,
	documentId: string,
): Promise<Outcome<{ readonly document: Document; readonly name: string }, DocumentRefusal>> {
	const document = isId(documentId) ? await store.findDocument(work, documentId) : undefined;
	if (!document) return refused("missing");
	const opened = await openPlace(work, {
		...placeOf(document),
		...(document.hearingId === null ? { itemId: null } : {}),
	});
	if (opened.refused) return opened;
	return opened.done.mayRemove(document.addedFor) ? done({ document, name: opened.done.name }) : refused("not-allowed");
}

/** Removes a document for good. */
export async function removeDocument(work: Work, documentId: string): Promise<Outcome<DocumentPlace, DocumentRefusal>> {
	const opened = await openToRemove(work, documentId);
	if (opened.refused) return opened;
	const { document } = opened.done;
	await store.deleteDocument(work, document);
	const place = placeOf(document);
	await record(work, { verb: "document.remove", ...objectOf(place), detail: { document: documentId } });
	return done(place);
}

/** A file with what is in it, for whoever may open what it belongs to: by account, or by a link to the meeting or hearing. */
export async function readDocument(work: Work, documentId: string): Promise<DocumentFile | undefined> {
	const document = isId(documentId) ? await store.findDocument(work, documentId) : undefined;
	if (!document || document.mediaType === null) return undefined;
	const may =
		work.actor.kind === "link" ? await isOfLink(work, document) : !(await openPlaceOf(work, document)).refused;
	const content = may ? await store.findContent(work, document) : undefined;
	return content && { name: named(document), mediaType: document.mediaType, content };
}

function openPlaceOf(work: Work, { arenaId, hearingId }: Document) {
	return hearingId === null ? openArena(work, arenaId ?? "") : openHearing(work, hearingId);
}

/** A link reads the documents of the meeting or hearing it is for, and no others of the organisation that sent it. */
async function isOfLink(work: Work, { arenaId, meetingId, hearingId }: Document): Promise<boolean> {
	if (hearingId !== null) return (await openHearingLink(work)).done?.whole.hearing.id === hearingId;
	const opened = (await openAnswerLink(work)).done?.opened;
	return opened !== undefined && opened.arena.id === arenaId && (meetingId === null || meetingId === opened.meeting.id);
}

const endings: Readonly<Record<string, string>> = {
	"application/pdf": ".pdf",
	"image/png": ".png",
	"image/jpeg": ".jpg",
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
	"application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
};

/** What a file is saved as: its title, with the ending of what it really is. */
function named({ title, mediaType }: Document): string {
	const ending = endings[mediaType ?? ""] ?? "";
	const name = cleanFileName(title, "dokument");
	return name.toLocaleLowerCase("nb").endsWith(ending) ? name : `${name}${ending}`;
}
