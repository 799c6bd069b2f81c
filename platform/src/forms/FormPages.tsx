import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useFormState } from "../ui/form-context.ts";
import { useHasScript } from "../ui/has-script.ts";
import { useLanguage } from "../ui/language.tsx";
import { Steps } from "../ui/Steps.tsx";
import type { FormPart } from "./definition.ts";
import { type FormPage, pageOf } from "./form-pages.ts";
import { formViewText } from "./text.ts";

/** The page that was turned to last at an address: a row that is added draws the form anew, and the page stays. */
const turnedTo = new Map<string, string>();
const here = () => globalThis.location?.pathname ?? "";

/**
 * The pages of a long form, one at a time. All of them are there and are sent, so that nothing is lost by turning a page;
 * without script they stand one after another. Whoever follows a link to a question comes to its page.
 */
export function FormPages({
	pages,
	isShown,
	children,
}: {
	readonly pages: readonly FormPage[];
	readonly isShown: (part: FormPart) => boolean;
	readonly children: (part: FormPart) => ReactNode;
}) {
	const language = useLanguage();
	const text = formViewText[language];
	const { refused } = useFormState();
	const hasScript = useHasScript();
	const box = useRef<HTMLDivElement>(null);
	const open = pages.filter(({ parts }) => parts.some(isShown));
	const [chosen, setChosen] = useState(() => firstRefused(pages, refused) ?? turnedTo.get(here()) ?? open[0]?.id);
	const current = Math.max(
		open.findIndex(({ id }) => id === chosen),
		0,
	);
	const isTurned = hasScript && open.length > 1;
	// What was refused on another page is what has to be seen.
	useEffect(() => {
		const page = firstRefused(pages, refused);
		if (page !== undefined) setChosen(page);
	}, [pages, refused]);
	// A link to a question, in what is lacking or refused, opens its page before the link is followed.
	useEffect(() => {
		const follow = (event: MouseEvent) => {
			const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
			const target = link && document.getElementById(decodeURIComponent(link.getAttribute("href")?.slice(1) ?? ""));
			const page = target?.closest<HTMLElement>("[data-page]");
			if (page && box.current?.contains(page)) flushSync(() => setChosen(page.dataset.page));
		};
		document.addEventListener("click", follow, { capture: true });
		return () => document.removeEventListener("click", follow, { capture: true });
	}, []);
	const turn = (by: number) => {
		const page = open[current + by]?.id;
		if (page !== undefined) turnedTo.set(here(), page);
		setChosen(page);
		box.current?.scrollIntoView({ block: "start" });
		box.current?.focus({ preventScroll: true });
	};
	return (
		<div ref={box} className="form-view" tabIndex={-1}>
			{isTurned && (
				<Steps steps={open.map(({ parts }) => ({ label: parts[0]?.label[language] ?? "" }))} current={current} />
			)}
			{pages.map(({ id, parts }) => (
				<div key={id} className="form-view" data-page={id} hidden={isTurned && open[current]?.id !== id}>
					{parts.map(children)}
				</div>
			))}
			{isTurned && (
				<div className="task-buttons">
					{current > 0 && (
						<button type="button" className="ds-button" data-variant="tertiary" onClick={() => turn(-1)}>
							{text.back}
						</button>
					)}
					{current < open.length - 1 && (
						<button type="button" className="ds-button" data-variant="secondary" onClick={() => turn(1)}>
							{text.next(open[current + 1]?.parts[0]?.label[language] ?? "")}
						</button>
					)}
				</div>
			)}
		</div>
	);
}

function firstRefused(pages: readonly FormPage[], refused: ReturnType<typeof useFormState>["refused"]) {
	const field = refused?.refusals.find((one) => one.field !== undefined)?.field;
	return field === undefined ? undefined : pageOf(pages, field);
}
