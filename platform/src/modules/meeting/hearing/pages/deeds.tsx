import { Form } from "react-router";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import type { Hearing } from "../contract.ts";
import { hearingDeedsText } from "./deeds.text.ts";
import { inviteesText } from "./invitees.text.ts";

type Asked = {
	readonly hearing: Pick<Hearing, "state" | "version">;
	readonly here: string;
};

/** The next thing to do with a hearing: put somebody on the list, send it, close it. */
export function NextDeed({
	hearing,
	here,
	invitees,
	mayClose,
}: Asked & { readonly invitees: readonly { readonly sent: boolean }[]; readonly mayClose: boolean }) {
	const text = hearingDeedsText[useLanguage()];
	const inviteeWords = inviteesText[useLanguage()];
	if (hearing.state !== "draft" && hearing.state !== "open") return null;
	if (mayClose)
		return (
			<Link className="ds-button" to={`${here}/close`}>
				{text.close}
			</Link>
		);
	if (invitees.length === 0)
		return (
			<Link className="ds-button" to={`${here}/invitees/new`}>
				{inviteeWords.addInvitee}
			</Link>
		);
	if (invitees.every(({ sent }) => sent)) return null;
	return (
		<Form method="post">
			<input type="hidden" name="version" value={hearing.version} />
			<button type="submit" className="ds-button" name="deed" value="send">
				{hearing.state === "draft" ? text.send : text.sendAgain}
			</button>
		</Form>
	);
}

/** What else can be done: change, give more time, withdraw, delete. */
export function OtherDeeds({ hearing, here }: Asked) {
	const text = hearingDeedsText[useLanguage()];
	const { state } = hearing;
	if (state !== "draft" && state !== "open") return null;
	const isDraft = state === "draft";
	return (
		<>
			<Link className="ds-button" data-variant="secondary" to={`${here}/edit`}>
				{isDraft ? text.edit : text.moveLastDay}
			</Link>
			<Link className="ds-button" data-variant="tertiary" to={`${here}/${isDraft ? "remove" : "withdraw"}`}>
				{isDraft ? text.removeDraft : text.withdraw}
			</Link>
		</>
	);
}
