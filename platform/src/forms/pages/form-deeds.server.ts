import type { Work } from "../../database/work.server.ts";
import type { Language } from "../../language.ts";
import { done, type Outcome, refused } from "../../outcome.ts";
import type { FormContent } from "../definition.ts";
import { addPart, findPart, movePart, type Parts, removePart } from "../editor/edit.ts";
import { isPartKind, newPart } from "../editor/part-kinds.ts";
import { wordsAt } from "../editor/read-part.ts";
import type { FormRefusal } from "../stored/contract.ts";
import { beginVersion, changeForm, closeForm, discardDraft, undoChange } from "../stored/form.server.ts";
import { makeText } from "./editor.text.ts";

/** Where a deed leads and what is said of it. */
type Done = { readonly to: string; readonly toast: string | null };

/** What the buttons of a form's page do, by the name of the button that was pressed. */
export async function doToForm(
	work: Work,
	formId: string,
	form: FormData,
	language: Language,
): Promise<Outcome<Done, FormRefusal>> {
	const text = makeText[language];
	const here = `/forms/${formId}`;
	const value = (name: string) => {
		const sent = form.get(name);
		return typeof sent === "string" && sent !== "" ? sent : null;
	};
	const andSay = (
		outcome: Outcome<unknown, FormRefusal>,
		toast: string | null,
		to = here,
	): Outcome<Done, FormRefusal> => (outcome.refused ? outcome : done({ to, toast }));
	const changing = (change: (parts: Parts, content: FormContent) => Parts | undefined) =>
		changeForm(work, formId, (content) => {
			const parts = change(content.parts, content);
			return parts ? done({ ...content, parts }) : refused("not-here");
		});
	const [way, id = ""] = (value("move") ?? "").split(" ");
	if (way === "up" || way === "down")
		return andSay(await changing((parts) => movePart(parts, id, way)), null, `${here}#part-${id}`);
	const gone = value("remove");
	if (gone) return andSay(await changing((parts) => removePart(parts, gone)), text.removed);
	switch (value("deed")) {
		case "add": {
			const kind = value("kind") ?? "";
			const into = value("into");
			let added = "";
			const outcome = await changeForm(work, formId, (content) => {
				const { parts } = content;
				if (!isPartKind(kind) || (into !== null && !findPart(parts, into))) return refused("not-here");
				const part = newPart(kind, parts);
				added = part.id;
				const more = addPart(parts, part, into);
				if (more) return done({ ...content, parts: more });
				return refused(into !== null && findPart(parts, into)?.part.kind === "table" ? "not-in-table" : "not-here");
			});
			return andSay(outcome, null, `${here}/parts/${added}`);
		}
		case "title": {
			const title = wordsAt(form, "title");
			if (!title?.nb) return refused("not-ready", { field: "title.nb" });
			return andSay(await changeForm(work, formId, (content) => done({ ...content, title })), text.saved);
		}
		case "undo":
			return andSay(await undoChange(work, formId), text.undone);
		case "version":
			return andSay(await beginVersion(work, formId), text.newVersionMade);
		case "close":
			return andSay(await closeForm(work, formId, true), text.closed);
		case "reopen":
			return andSay(await closeForm(work, formId, false), text.reopened);
		case "discard": {
			const outcome = await discardDraft(work, formId);
			return andSay(outcome, text.discarded, outcome.done?.isGone ? "/forms" : here);
		}
		default:
			return refused("missing");
	}
}
