import type { Work } from "../../../database/work.server.ts";
import type { Language } from "../../../language.ts";
import { missing } from "../../../visit.server.ts";
import { findContent } from "../content.store.server.ts";
import { contentOf } from "../content.ts";
import { content } from "../contract.ts";
import type { PdfGiven } from "../pdf.server.ts";
import { fingerprintOf, listVersions, type Opened } from "../service.server.ts";

/** What a PDF of an agreement is made of: the text as it stands, or a version of it that was put forward. */
export async function pdfOf(
	work: Work,
	opened: Opened,
	language: Language,
	asked: number | null = null,
): Promise<PdfGiven> {
	const { agreement, parties, contacts } = opened;
	const isClosed = agreement.state === "signing" || agreement.state === "signed";
	const { versions, changedSince } = await listVersions(work, opened);
	const last = isClosed || (versions.length > 0 && !changedSince) ? agreement.contentVersion : null;
	const number = asked ?? last;
	const row = number === null ? undefined : await findContent(work, agreement, number);
	if (number !== null && row === undefined) missing();
	const body = row === undefined ? contentOf(opened) : content.parse(row.body);
	return {
		...{ language, content: body, parties, contacts, number, madeAt: row?.madeAt ?? null },
		fingerprint: row?.fingerprint ?? fingerprintOf(body),
		isSigned: isClosed && number === agreement.contentVersion,
	};
}
