import { useEffect, useRef, useState } from "react";
import { useFetcher, useRevalidator } from "react-router";
import { useLanguage } from "../../../../ui/language.tsx";
import type { ToldMoveByHand } from "../board.server.ts";
import { boardText } from "./board.text.ts";
import type { action } from "./board.tsx";
import type { loader as stateLoader } from "./board-state.tsx";
import { runPagesText } from "./run.text.ts";

/** How often the board asks whether somebody else has moved, milliseconds. */
const askEvery = 20_000;
/** How long what was done stays on the screen, milliseconds; moves stay in their list. */
const saidFor = 12_000;

type Sent = { readonly deed: string } & Readonly<Record<string, string | readonly string[]>>;

/** Sends what is done on the board, tells how it went, and looks now and then whether somebody else has moved. */
export function useDeeds({
	seen,
	history,
	roundId,
	runId,
}: {
	readonly seen: number;
	readonly history: { readonly told: readonly ToldMoveByHand[] };
	readonly roundId: string;
	readonly runId: string;
}) {
	const language = useLanguage();
	const text = boardText[language];
	const fetcher = useFetcher<typeof action>();
	const other = useFetcher<typeof stateLoader>();
	const { revalidate } = useRevalidator();
	const [said, setSaid] = useState<string | null>(null);
	useEffect(() => {
		if (said === null) return;
		const timer = setTimeout(() => setSaid(null), saidFor);
		return () => clearTimeout(timer);
	}, [said]);
	const saying = useRef<(() => string) | null>(null);
	/** What the plan has come to by our own hand: more than that is another's. */
	const own = useRef(false);
	const before = useRef(seen);
	const { data: answer, state } = fetcher;
	useEffect(() => {
		if (state !== "idle" || answer === undefined || saying.current === null) return;
		const isDone = answer.refusals.length === 0;
		setSaid(isDone ? saying.current() : null);
		if (!isDone) own.current = false;
		saying.current = null;
	}, [answer, state]);
	const { load } = other;
	useEffect(() => {
		const timer = setInterval(() => {
			if (document.visibilityState === "visible") load(`/placement/rounds/${roundId}/runs/${runId}/board/state`);
		}, askEvery);
		return () => clearInterval(timer);
	}, [load, roundId, runId]);
	const latest = other.data?.seen;
	useEffect(() => {
		if (latest !== undefined && latest > before.current && state === "idle") revalidate();
	}, [latest, state, revalidate]);
	const [move] = history.told;
	useEffect(() => {
		if (seen === before.current) return;
		const isOwn = own.current;
		before.current = seen;
		own.current = false;
		if (isOwn) return;
		const another = runPagesText[language].another;
		setSaid(
			move === undefined
				? text.undoneByOther
				: text.byOther(
						move.byName ?? text.somebody,
						move.student ?? another,
						move.to ?? runPagesText[language].noPlace,
					),
		);
	}, [seen, move, text, language]);
	const refusals = state === "idle" ? (answer?.refusals ?? []) : [];
	return {
		said,
		refusals,
		act: (sent: Sent, done: () => string) => {
			const form = new FormData();
			for (const [name, value] of Object.entries({ ...sent, stay: "1" }))
				for (const one of typeof value === "string" ? [value] : value) form.append(name, one);
			own.current = sent.deed === "move" || sent.deed === "undo";
			saying.current = done;
			setSaid(null);
			fetcher.submit(form, { method: "post", preventScrollReset: true });
		},
	};
}
