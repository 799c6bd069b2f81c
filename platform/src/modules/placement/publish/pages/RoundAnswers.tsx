import { Fragment } from "react";
import { Form, Link } from "react-router";
import { formatNumber } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import type { Route } from "./+types/round-publish";
import { linkText } from "./link.text.ts";
import { publishPagesText } from "./publish.text.ts";
import { roundPublishText } from "./round-publish.text.ts";

type Data = Route.ComponentProps["loaderData"];

/** How sites and students have answered, and the way to remind those who have not. */
export function RoundAnswers({ loaderData: { answers, roundId, mails } }: { readonly loaderData: Data }) {
	const language = useLanguage();
	const text = roundPublishText[language];
	const number = (value: number) => formatNumber(language, value);
	const of = (value: number) => text.of(number(value), number(answers.standing));
	return (
		<Section title={text.answersTitle}>
			<ul className="figures">
				<li>
					<strong>{of(answers.confirmed)}</strong> {text.answers.confirmed}
				</li>
				{answers.named > 0 && (
					<li>
						<strong>{text.of(number(answers.accepted), number(answers.named))}</strong> {text.answers.accepted}
					</li>
				)}
				<li>
					<strong>{number(answers.declined)}</strong> {text.answers.declined}
				</li>
				<li>
					<strong>{number(answers.reconsider)}</strong>{" "}
					{answers.reconsider === 0 ? (
						text.answers.reconsider
					) : (
						<Link
							className="ds-link"
							to={`/placement/placements?${new URLSearchParams({ round: roundId, waiting: "reconsider" })}`}
						>
							{text.answers.reconsider}
						</Link>
					)}
				</li>
			</ul>
			<p>
				<Link className="ds-link" to={`/placement/placements?round=${roundId}`}>
					{text.seeAll}
				</Link>
			</p>
			{mails && (
				<Form method="post">
					<SubmitButton variant="secondary" name="deed" value="remind">
						{text.remindSites}
					</SubmitButton>
				</Form>
			)}
		</Section>
	);
}

/** The two lists everybody sends by e-mail, and whom nobody could write to. */
export function ShareRound({ loaderData: { unreached, roundId, mails } }: { readonly loaderData: Data }) {
	const language = useLanguage();
	const text = roundPublishText[language];
	const lists = publishPagesText[language];
	const { sites, students } = unreached;
	const shown = sites.slice(0, 10);
	const waitingFor = (waiting: string) => new URLSearchParams({ round: roundId, waiting });
	return (
		<Section title={text.shareTitle} lead={text.shareLead}>
			<p className="row">
				<a className="ds-button" data-variant="secondary" href={`/placement/placements-by-site.xlsx?round=${roundId}`}>
					{lists.bySite}
				</a>
				<a
					className="ds-button"
					data-variant="secondary"
					href={`/placement/placements-by-student.xlsx?round=${roundId}`}
				>
					{lists.byStudent}
				</a>
			</p>
			{sites.length + students > 0 && (
				<Alert tone="warning" title={mails ? text.unreached : text.noMail}>
					{sites.length > 0 && (
						<p>
							{mails ? text.unreachedSites(sites.length) : text.noMailSites}{" "}
							{shown.map(({ id, name, own, placementId }, at) => (
								<Fragment key={id}>
									{at > 0 && ", "}
									{own || !mails ? (
										<Link
											className="ds-link"
											to={mails ? `/placement/sites/${id}/edit` : `/placement/placements/${placementId}/link`}
										>
											{name}
										</Link>
									) : (
										name
									)}
								</Fragment>
							))}
							{sites.length > shown.length && (
								<>
									{" "}
									<Link className="ds-link" to={`/placement/placements?${waitingFor("host")}`}>
										{text.unreachedMore(sites.length - shown.length)}
									</Link>
								</>
							)}
						</p>
					)}
					{students > 0 && (
						<p>
							<Link className="ds-link" to={`/placement/placements?${waitingFor("student")}`}>
								{(mails ? text.unreachedStudents : text.noMailStudents)(students)}
							</Link>
						</p>
					)}
					{mails && <p>{text.unreachedWay}</p>}
					{/* The answer is a file: the browser sends this itself. */}
					<Form method="post" reloadDocument action={`/placement/rounds/${roundId}/links.xlsx`}>
						<SubmitButton variant="secondary">{linkText[language].all}</SubmitButton>
					</Form>
				</Alert>
			)}
		</Section>
	);
}
