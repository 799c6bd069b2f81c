import type { FormPart } from "./definition.ts";

/** Parts that are answered together: a group with a page of its own, or what stands between such groups. */
export type FormPage = { readonly id: string; readonly parts: readonly FormPart[] };

/** The pages a form is answered by, in its order; one where no group asks for a page of its own. */
export function pagesOf(parts: readonly FormPart[]): readonly FormPage[] {
	const pages: { id: string; parts: FormPart[]; isOwn: boolean }[] = [];
	for (const part of parts) {
		const isOwn = part.kind === "group" && part.layout === "page";
		const last = pages.at(-1);
		if (isOwn || !last || last.isOwn) pages.push({ id: part.id, parts: [part], isOwn });
		else last.parts.push(part);
	}
	return pages.map(({ id, parts: own }) => ({ id, parts: own }));
}

/** The page where the answer at a path is written; undefined for a path of no part. */
export function pageOf(pages: readonly FormPage[], path: string): string | undefined {
	const first = path.split(".")[0];
	const holds = (part: FormPart): boolean => part.id === first || (part.kind === "group" && part.parts.some(holds));
	return pages.find(({ parts }) => parts.some(holds))?.id;
}
