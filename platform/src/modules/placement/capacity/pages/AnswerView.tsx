import { Link } from "react-router";
import { formatDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import type { AnswerPage } from "../answer.server.ts";
import { AnswerForm, type ReturnedAnswer } from "./AnswerForm.tsx";
import { AnswerSummary, OffersTable } from "./AnswerSummary.tsx";
import { answerText } from "./answer.text.ts";
import { pagesText } from "./capacity.text.ts";
import { collectionText } from "./collection.text.ts";
import { FewerPlaces } from "./FewerPlaces.tsx";

/** The page of an answer, by link and signed in: the question while it is open, and what was said after. */
export function AnswerView(props: {
	readonly page: AnswerPage;
	readonly institutions: readonly Choice[];
	/** Whether the form is shown though there is an answer. */
	readonly changing: boolean;
	readonly returned: ReturnedAnswer | undefined;
	readonly trail?: readonly { readonly to: string; readonly label: string }[];
	/** Ways on for those who coordinate. */
	readonly steps?: React.ReactNode;
}) {
	const language = useLanguage();
	const text = pagesText[language];
	const answerWords = answerText[language];
	const asking = collectionText[language];
	const { page, returned } = props;
	const { capacity } = page;
	const hasAnswer = capacity.state !== "asked";
	const showsForm = page.open && (!hasAnswer || props.changing || returned !== undefined);
	const isSite = page.as === "site";
	const title = isSite ? answerWords.answerTitle : capacity.siteName;
	const [first, last] = [formatDate(language, capacity.firstDay), formatDate(language, capacity.lastDay)];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={[
					answerWords.answerLead(capacity.siteName, first, last),
					...(capacity.dueOn !== null && !hasAnswer
						? [answerWords.answerBy(formatDate(language, capacity.dueOn))]
						: []),
				].join(" ")}
				{...(props.trail ? { trail: props.trail } : {})}
				{...(props.steps ? { action: props.steps } : {})}
			/>
			{capacity.message !== null && !hasAnswer && <Alert title={asking.message}>{capacity.message}</Alert>}
			{!showsForm && (
				<>
					<AnswerSummary capacity={capacity} />
					<FewerPlaces fewer={page.fewer} />
					{page.open ? (
						<div className="stack" data-gap="small">
							{isSite && <p className="ds-paragraph">{answerWords.changeUntil}</p>}
							<p>
								<Link className="ds-button" data-variant="secondary" to="?change=1">
									{isSite ? answerWords.changeAnswer : answerWords.adjust}
								</Link>
							</p>
						</div>
					) : (
						<Alert>{answerWords.isApproved}</Alert>
					)}
				</>
			)}
			{capacity.state === "none" && !isSite && page.published.length > 0 && (
				<Alert tone="warning" title={answerWords.saidNoTitle}>
					{answerWords.saidNo}
				</Alert>
			)}
			{showsForm && page.published.length > 0 && (
				<Section title={answerWords.publishedBefore}>
					<OffersTable offers={page.published} />
					<p className="ds-paragraph">{answerWords.publishedBeforeNote}</p>
				</Section>
			)}
			{showsForm && (
				<AnswerForm
					shown={{ ...page.shown, note: capacity.note, takes: takesOf(page) }}
					days={capacity}
					version={capacity.version}
					institutions={props.institutions}
					returned={returned}
					submit={isSite ? answerWords.send : text.save}
				/>
			)}
		</div>
	);
}

/** What is ticked beforehand: what was said, and yes where last year's places are shown. */
function takesOf({ capacity, shown }: AnswerPage): boolean | null {
	if (capacity.state === "none") return false;
	return capacity.state === "asked" && shown.offers.length === 0 ? null : true;
}
