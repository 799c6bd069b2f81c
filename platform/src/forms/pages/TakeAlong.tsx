import { Link } from "../../ui/Link.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { answerText } from "./answer.text.ts";

/** Answers on paper, and filled in elsewhere. */
export function TakeAlong({ here, canWrite }: { readonly here: string; readonly canWrite: boolean }) {
	const text = answerText[useLanguage()];
	return (
		<ul className="form-links">
			<li>
				<a className="ds-link" href={`${here}/take/pdf`} download>
					{text.pdf}
				</a>
			</li>
			{canWrite && (
				<li>
					<Link className="ds-link" to={`${here}/excel`}>
						{text.excel}
					</Link>
				</li>
			)}
		</ul>
	);
}
