import { type ReactNode, useRef } from "react";
import { Link } from "react-router";
import { type RefusalWords, saying } from "../forms/text.ts";
import { localeOf } from "../language.ts";
import { Alert } from "../ui/Alert.tsx";
import type { FieldValue } from "../ui/form-context.ts";
import { useLanguage } from "../ui/language.tsx";
import { SubmitButton } from "../ui/SubmitButton.tsx";
import { TaskForm } from "../ui/TaskForm.tsx";
import { uiText } from "../ui/text.ts";
import type { DraftAnswer } from "./draft-answer.ts";
import type { Clash, Words } from "./merge.ts";
import { draftText } from "./text.ts";
import { useAutosave } from "./use-autosave.ts";
import "./draft.css";

type DraftFormProps = {
	readonly version: number | null;
	/** What the fields say as the page is opened; what is written is put together with what others write from this. */
	readonly words: Words;
	/** What the fields show, where that is not the same as their words. */
	readonly values?: Readonly<Record<string, FieldValue>>;
	readonly refused: DraftAnswer | undefined;
	readonly labels: Readonly<Record<string, string>>;
	/** A word of a field as a person reads it, where the field holds a code. */
	readonly shown?: (field: string, word: string) => string;
	/** What the room says for each of its refusals. */
	readonly refusals?: RefusalWords;
	/** Set when a field is a file: it is sent with the button, and not while one writes. */
	readonly files?: boolean;
	/** What the button says, where it does not also close. */
	readonly save?: string;
	/** Where one goes without saving; no way out is shown where there is none. */
	readonly cancelTo?: string;
	/** Other buttons of the form. */
	readonly actions?: ReactNode;
	readonly children: ReactNode;
};

/**
 * A form that saves itself a moment after the last word, and tells when. Without script it is saved by its button. Where
 * two write at once, what both have written in one field is shown side by side.
 */
export function DraftForm({
	version,
	words,
	values = words,
	refused,
	labels,
	shown,
	refusals,
	files = false,
	save,
	cancelTo,
	actions,
	children,
}: DraftFormProps) {
	const language = useLanguage();
	const text = draftText[language];
	const say = saying(language, refusals);
	const box = useRef<HTMLDivElement>(null);
	const { answer, status, base, formVersion, listen } = useAutosave(box, { version, words, refused });
	const clashes = answer?.saved ? [] : (answer?.clashes ?? []);
	const stopped = status === "refused" && clashes.length === 0 && answer && !answer.saved ? answer.refusals : [];
	return (
		<div ref={box} className="stack" onInput={listen} onChange={listen}>
			{clashes.length > 0 && <SideBySide clashes={clashes} labels={labels} shown={shown} />}
			<TaskForm
				refused={refused && !refused.saved ? refused : undefined}
				values={values}
				labels={labels}
				say={say}
				files={files}
			>
				<input type="hidden" name="version" value={formVersion ?? ""} />
				<input type="hidden" name="base" value={JSON.stringify(base)} />
				{children}
				<p className="autosave" role="status">
					{status === "saving" && text.saving}
					{status === "saved" &&
						answer?.saved &&
						text.savedAt(
							new Date(answer.saved.at).toLocaleTimeString(localeOf[language], { hour: "2-digit", minute: "2-digit" }),
						)}
					{stopped.length > 0 &&
						text.notSaved(
							stopped
								.map((one) =>
									[one.field === undefined ? "" : (labels[one.field] ?? ""), say(one)].filter(Boolean).join(": "),
								)
								.join(" "),
						)}
					{clashes.length > 0 && text.notSavedClash}
				</p>
				<div className="task-buttons">
					<SubmitButton>{clashes.length > 0 ? text.saveMine : (save ?? text.save)}</SubmitButton>
					{actions}
					{cancelTo !== undefined && (
						<Link className="ds-button" data-variant="tertiary" to={cancelTo}>
							{uiText[language].cancel}
						</Link>
					)}
				</div>
			</TaskForm>
		</div>
	);
}

/** What another wrote beside what you wrote, field by field. */
function SideBySide(props: {
	readonly clashes: readonly Clash[];
	readonly labels: Readonly<Record<string, string>>;
	readonly shown: DraftFormProps["shown"];
}) {
	const text = draftText[useLanguage()];
	const { labels, shown = (_field: string, word: string) => word } = props;
	return (
		<div className="clash" role="alert">
			<Alert tone="warning" title={text.clashTitle}>
				<p>{text.clashBody}</p>
			</Alert>
			{props.clashes.map(({ field, mine, theirs }) => (
				<section key={field} aria-label={labels[field] ?? field}>
					<h2 className="ds-heading" data-size="2xs">
						{labels[field] ?? field}
					</h2>
					<div className="clash-pair">
						<div>
							<p className="quiet">{text.theirs}</p>
							<p className="written">{shown(field, theirs) || text.nothing}</p>
						</div>
						<div>
							<p className="quiet">{text.mine}</p>
							<p className="written">{shown(field, mine) || text.nothing}</p>
						</div>
					</div>
				</section>
			))}
		</div>
	);
}
