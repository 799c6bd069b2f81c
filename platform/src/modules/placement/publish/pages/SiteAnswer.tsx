import { saying } from "../../../../forms/text.ts";
import { formatDate } from "../../../../language.ts";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { hostCloses } from "../codes.ts";
import type { Placement } from "../contract.ts";
import { publishText } from "../text.ts";
import { answerText } from "./site-answer.text.ts";
import { standingText } from "./standing.text.ts";

type Sent = (RefusedForm & { readonly deed: string }) | undefined;
export type AtSite = Pick<
	Placement,
	"id" | "version" | "state" | "supervisorName" | "hostReason" | "hostCloses" | "changeBy" | "isReplanned"
>;

type SiteAnswerProps = {
	readonly placement: AtSite;
	readonly can: { readonly confirm: boolean; readonly change: boolean; readonly supervise: boolean };
	readonly sent: Sent;
	/** Stands inside what has a heading. */
	readonly untitled?: boolean;
	/** Given by whoever keeps the site, and was told by mail or telephone. */
	readonly onBehalf?: boolean;
};

/**
 * What a site can answer: yes or no with a reason, and once it has answered, who supervises, and another answer as long as
 * that can be given.
 */
export function SiteAnswer({ placement, can, sent, untitled = false, onBehalf = false }: SiteAnswerProps) {
	const language = useLanguage();
	const text = answerText[language];
	const behalf = standingText[language];
	if (can.confirm) {
		const forms = (
			<>
				<Yes placement={placement} sent={sent} />
				<Details summary={text.declineSummary} open={sent?.deed === "declined"}>
					<No placement={placement} sent={sent} />
				</Details>
			</>
		);
		if (untitled) return forms;
		return (
			<Section
				title={onBehalf ? behalf.onBehalf : text.confirmTitle}
				{...(onBehalf ? { lead: behalf.onBehalfLead } : {})}
			>
				{forms}
			</Section>
		);
	}
	const answered = <Answered placement={placement} can={can} sent={sent} />;
	if (untitled) return answered;
	return <Section title={can.supervise ? text.supervisorTitle : text.changeSummary}>{answered}</Section>;
}

function Answered({ placement, can, sent }: SiteAnswerProps) {
	const language = useLanguage();
	const text = answerText[language];
	const isNo = placement.state === "declined";
	return (
		<>
			{isNo && placement.hostReason !== null && (
				<p>
					{placement.hostReason}
					{placement.hostCloses !== null && (
						<span className="quiet list-under">{text.declinedFor[placement.hostCloses]}</span>
					)}
				</p>
			)}
			{can.supervise && <Supervisor placement={placement} sent={sent} />}
			{can.change ? (
				<Details summary={text.changeSummary} open={sent?.deed === "declined" || (isNo && sent?.deed === "confirmed")}>
					<p>{text.changeUntil(formatDate(language, placement.changeBy))}</p>
					{isNo ? (
						<>
							<p>{text.takeBody}</p>
							<Yes placement={placement} sent={sent} again />
						</>
					) : (
						<No placement={placement} sent={sent} />
					)}
				</Details>
			) : (
				<p className="quiet">{isNo && placement.isReplanned ? text.changeReplanned : text.changeLate}</p>
			)}
		</>
	);
}

type FormProps = { readonly placement: AtSite; readonly sent: Sent };

function Yes({ placement, sent, again = false }: FormProps & { readonly again?: boolean }) {
	const language = useLanguage();
	const text = answerText[language];
	return (
		<TaskForm
			refused={sent?.deed === "confirmed" ? sent : undefined}
			values={{ supervisor: placement.supervisorName }}
			labels={{ supervisor: text.supervisor }}
			say={saying(language, publishText[language].refusals)}
			prefix={`${placement.id}-yes-`}
		>
			<Hidden placement={placement} deed="confirmed" />
			<Field name="supervisor" maxLength={200} autoComplete="off" hint={text.supervisorHint} />
			<SubmitButton>{again ? text.takeAfterAll : text.confirm}</SubmitButton>
		</TaskForm>
	);
}

function No({ placement, sent }: FormProps) {
	const language = useLanguage();
	const text = answerText[language];
	return (
		<TaskForm
			refused={sent?.deed === "declined" ? sent : undefined}
			labels={{ closes: text.closes, reason: text.reason }}
			say={saying(language, publishText[language].refusals)}
			prefix={`${placement.id}-no-`}
		>
			<Hidden placement={placement} deed="declined" />
			<p>{text.declineBody}</p>
			<Field
				name="closes"
				kind="radio"
				required
				choices={hostCloses.map((value) => ({ value, label: text.closesChoices[value] }))}
			/>
			<Field name="reason" kind="textarea" required maxLength={1000} />
			<SubmitButton variant="secondary" color="danger">
				{text.decline}
			</SubmitButton>
		</TaskForm>
	);
}

function Supervisor({ placement, sent }: FormProps) {
	const language = useLanguage();
	const text = answerText[language];
	return (
		<TaskForm
			refused={sent?.deed === "supervised" ? sent : undefined}
			values={{ supervisor: placement.supervisorName }}
			labels={{ supervisor: text.supervisor }}
			say={saying(language, publishText[language].refusals)}
			prefix={`${placement.id}-who-`}
		>
			<Hidden placement={placement} deed="supervised" />
			<Field name="supervisor" maxLength={200} autoComplete="off" hint={text.supervisorShown} />
			<SubmitButton variant="secondary">{text.saveSupervisor}</SubmitButton>
		</TaskForm>
	);
}

function Hidden({ placement, deed }: { readonly placement: AtSite; readonly deed: string }) {
	return (
		<>
			<input type="hidden" name="placement" value={placement.id} />
			<input type="hidden" name="version" value={placement.version} />
			<input type="hidden" name="answer" value={deed} />
		</>
	);
}
