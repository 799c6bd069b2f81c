import { Form } from "react-router";
import { Details } from "../../ui/Details.tsx";

/** Asks once more before something is thrown away. */
export function Discard({ summary, body }: { readonly summary: string; readonly body: string }) {
	return (
		<Details summary={summary}>
			<Form method="post" className="stack" data-gap="small">
				<p>{body}</p>
				<div>
					<button type="submit" className="ds-button" data-color="danger" name="deed" value="discard">
						{summary}
					</button>
				</div>
			</Form>
		</Details>
	);
}
