import { useId } from "react";
import { formatNumber } from "../language.ts";
import { useLanguage } from "./language.tsx";

type ProgressProps = {
	readonly label: string;
	/** How much is done, 0 to `total`; left out while nobody knows. */
	readonly done?: number;
	readonly total?: number;
	/** What is being done right now. */
	readonly note?: string;
};

/** How far a long piece of work has come. */
export function Progress({ label, done, total = 100, note }: ProgressProps) {
	const language = useLanguage();
	const id = useId();
	const share = done === undefined || total <= 0 ? undefined : Math.min(1, Math.max(0, done / total));
	return (
		<div className="progress">
			<div className="progress-head">
				<label htmlFor={id}>{label}</label>
				{share !== undefined && (
					<span>
						{formatNumber(language, Math.floor(share * 100))}
						{"\u00a0%"}
					</span>
				)}
			</div>
			<progress id={id} max={total} value={share === undefined ? undefined : done} />
			{note && <p className="progress-note quiet">{note}</p>}
		</div>
	);
}
