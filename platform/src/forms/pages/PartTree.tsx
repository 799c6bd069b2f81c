import { Link } from "../../ui/Link.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { Status } from "../../ui/Tag.tsx";
import type { FormPart } from "../definition.ts";
import { innerOf } from "../editor/edit.ts";
import type { Finding } from "../editor/findings.ts";
import { conditionWords, partName } from "../editor/part-words.ts";
import { editorText } from "../editor/text.ts";
import { makeText } from "./editor.text.ts";

type PartTreeProps = {
	readonly parts: readonly FormPart[];
	/** The whole form, for what conditions point at. */
	readonly all: readonly FormPart[];
	readonly findings: readonly Finding[];
	/** Where a part is changed; read only without it. */
	readonly href: ((id: string) => string) | undefined;
};

/** The parts of a form as lists within lists, with what is found at each and the buttons that move it. Stands inside a form. */
export function PartTree({ parts, all, findings, href }: PartTreeProps) {
	return (
		<ol className="part-tree">
			{parts.map((part) => (
				<li key={part.id} id={`part-${part.id}`}>
					<PartRow part={part} all={all} findings={findings} href={href} />
					{innerOf(part).length > 0 && <PartTree parts={innerOf(part)} all={all} findings={findings} href={href} />}
				</li>
			))}
		</ol>
	);
}

function PartRow({ part, all, findings, href }: Omit<PartTreeProps, "parts"> & { readonly part: FormPart }) {
	const language = useLanguage();
	const text = makeText[language];
	const words = editorText[language];
	const name = partName(part, language);
	const found = findings.filter(({ id }) => id === part.id);
	const moves = [
		{ way: "up", label: text.up(name), sign: "↑" },
		{ way: "down", label: text.down(name), sign: "↓" },
	] as const;
	return (
		<div className="part-row">
			<div className="part-about">
				<p className="part-name">
					{href ? (
						<Link className="ds-link" to={href(part.id)}>
							{name}
						</Link>
					) : (
						name
					)}{" "}
					<span className="quiet">
						{words.kinds[part.kind]}
						{"required" in part && part.required ? ` · ${words.required}` : ""}
					</span>
				</p>
				{part.visible && <p className="quiet">{words.shownWhen(conditionWords(part.visible, all, language))}</p>}
				{found.map(({ code, stops }) => (
					<p key={code} className="part-finding">
						<Status tone={stops ? "danger" : "warning"}>{`${stops ? text.stops : text.odd}:`}</Status>{" "}
						{words.findings[code]}
					</p>
				))}
			</div>
			{href && (
				<div className="part-buttons">
					{moves.map(({ way, label, sign }) => (
						<button
							key={way}
							type="submit"
							className="ds-button"
							data-variant="tertiary"
							data-size="sm"
							data-icon=""
							name="move"
							value={`${way} ${part.id}`}
							aria-label={label}
							title={label}
						>
							{sign}
						</button>
					))}
					<button
						type="submit"
						className="ds-button"
						data-variant="tertiary"
						data-color="danger"
						data-size="sm"
						data-icon=""
						name="remove"
						value={part.id}
						aria-label={text.remove(name)}
						title={text.remove(name)}
					>
						✕
					</button>
				</div>
			)}
		</div>
	);
}
