import type { Work } from "../../../../database/work.server.ts";
import { missing } from "../../../../visit.server.ts";
import { openWriting } from "../../service.server.ts";

/** A call its writer has opened; anyone else finds no page. */
export async function writingOf(work: Work, callId: string) {
	return (await openWriting(work, callId)).done ?? missing();
}

/** What the head of every step says of the call. */
export function headOf({ call, draft }: Awaited<ReturnType<typeof writingOf>>) {
	return { id: call.id, way: call.way, title: draft.content.title, published: call.published };
}
