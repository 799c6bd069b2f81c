import { useEffect, useRef, useState } from "react";
import { useFetcher } from "react-router";
import type { DraftAnswer } from "./draft-answer.ts";
import type { Words } from "./merge.ts";

/** How long a person may think between words before what is written is saved, milliseconds. */
const pause = 1200;

type Draft = {
	readonly version: number | null;
	readonly words: Words;
	readonly refused: DraftAnswer | undefined;
};
type Status = "idle" | "saving" | "saved" | "refused";

/** Saves the form in the box a moment after the last word, and when the page is left; keeps hold of the version written. */
export function useAutosave(box: { readonly current: HTMLDivElement | null }, { version, words, refused }: Draft) {
	const fetcher = useFetcher<DraftAnswer>();
	const [latest, setLatest] = useState(refused);
	const from = latest?.saved ?? latest?.stands;
	const base = from?.words ?? words;
	const formVersion = from ? from.version : version;
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	const unsaved = useRef(false);
	const sent = useRef<FormData>(undefined);
	// Nothing is written over what another wrote before the person has seen it and pressed the button.
	const held = latest !== undefined && !latest.saved && latest.clashes !== undefined;
	const state = useRef({ held, busy: false });
	state.current = { held, busy: fetcher.state !== "idle" };
	const { submit } = fetcher;
	const form = () => box.current?.querySelector("form") ?? null;
	function save() {
		const own = form();
		if (!own || state.current.held) return;
		if (state.current.busy) {
			timer.current = setTimeout(save, pause);
			return;
		}
		unsaved.current = false;
		sent.current = wordsOf(own);
		sent.current.set("autosave", "on");
		submit(sent.current, { method: "post" });
	}
	const listen = () => {
		unsaved.current = true;
		clearTimeout(timer.current);
		timer.current = setTimeout(save, pause);
	};
	// biome-ignore lint/correctness/useExhaustiveDependencies: an answer is taken in once, when it comes
	useEffect(() => {
		setLatest(refused);
		const own = form();
		// What another wrote elsewhere stands in the fields before anything is saved again from here.
		const stands = refused?.saved ? undefined : refused?.stands;
		if (own && stands) showMerged(own, new FormData(own), stands.others);
	}, [refused]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: an answer is taken in once, when it comes
	useEffect(() => {
		if (fetcher.data === undefined) return;
		setLatest(fetcher.data);
		const own = form();
		const others = (fetcher.data.saved ?? fetcher.data.stands)?.others;
		if (own && sent.current && others) showMerged(own, sent.current, others);
	}, [fetcher.data]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: once, for as long as the page is open
	useEffect(() => {
		const leave = () => {
			clearTimeout(timer.current);
			const own = form();
			if (!own || !unsaved.current || state.current.held) return;
			unsaved.current = false;
			const last = wordsOf(own);
			last.set("autosave", "on");
			void fetch(own.action, { method: "post", body: last, keepalive: true });
		};
		const submitted = () => {
			unsaved.current = false;
			clearTimeout(timer.current);
		};
		const own = form();
		own?.addEventListener("submit", submitted);
		window.addEventListener("pagehide", leave);
		return () => {
			own?.removeEventListener("submit", submitted);
			window.removeEventListener("pagehide", leave);
			leave();
		};
	}, []);
	const status: Status =
		fetcher.state !== "idle" ? "saving" : latest?.saved ? "saved" : fetcher.data !== undefined ? "refused" : "idle";
	return { answer: latest, status, base, formVersion, listen };
}

/** What a form is told when words of another have been put into its fields. */
export const mergedEvent = "draft-merged";

/** Shows what another wrote in fields one has not written in since it was sent. */
function showMerged(form: HTMLFormElement, sent: FormData, others: Words) {
	for (const control of form.elements) {
		if (
			!(
				control instanceof HTMLInputElement ||
				control instanceof HTMLTextAreaElement ||
				control instanceof HTMLSelectElement
			)
		)
			continue;
		const word = others[control.name];
		if (word === undefined) continue;
		const before = plain(String(sent.get(control.name) ?? ""));
		if (control instanceof HTMLInputElement && control.type === "radio") {
			const group = form.elements.namedItem(control.name);
			const chosen = group instanceof RadioNodeList ? group.value : control.checked ? control.value : "";
			if (chosen === before && (control.value === word || word === "")) control.checked = control.value === word;
		} else if (control instanceof HTMLInputElement && control.type === "checkbox") {
			if (control.checked === sent.getAll(control.name).includes(control.value))
				control.checked = word.split("\n").includes(control.value);
		} else if (control.type !== "hidden") {
			if (plain(control.value) === before) control.value = word;
		}
	}
	form.dispatchEvent(new Event(mergedEvent));
}

/** What a form says, without its files: those are sent with a button. */
function wordsOf(form: HTMLFormElement): FormData {
	const words = new FormData(form);
	for (const [name, value] of [...words]) if (value instanceof File) words.delete(name);
	return words;
}

function plain(word: string): string {
	return word.replace(/\r\n?/g, "\n");
}
