import { formatNumber } from "../../../../language.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Card, Section } from "../../../../ui/Section.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import type { Beginning } from "../beginning.server.ts";
import { beginningText } from "./beginning.text.ts";

type Step = {
	readonly key: "courses" | "students" | "places" | "round";
	readonly done: boolean;
	readonly told: readonly string[];
	readonly ways: readonly { readonly to: string; readonly label: string }[];
};

/** Where nobody has had a round yet: what comes before it, how far it has come, and the ways there. */
export function BeginningSteps({
	beginning,
	side,
}: {
	readonly beginning: Beginning;
	readonly side: "institution" | "host";
}) {
	const language = useLanguage();
	const text = beginningText[language];
	const steps = stepsOf(beginning, side, text, (count) => formatNumber(language, count));
	const next = steps.findIndex(({ done }) => !done);
	return (
		<Section title={text.title} lead={text.lead[side]}>
			<ol className="beginning">
				{steps.map(({ key, done, told, ways }, at) => (
					<li key={key}>
						<Card tinted={at === next}>
							<h3 className="ds-heading" data-size="2xs">
								{at + 1}. {text.steps[key]}
							</h3>
							<p>
								<Status tone={done ? "success" : at === next ? "info" : "neutral"}>
									{done ? text.done : at === next ? text.next : text.later}
								</Status>
							</p>
							{told.map((line) => (
								<p key={line} className="quiet">
									{line}
								</p>
							))}
							<p className="row">
								{ways.map(({ to, label }, way) => (
									<Link
										key={to}
										className="ds-button"
										data-size="sm"
										data-variant={at === next && way === 0 ? "primary" : "secondary"}
										to={to}
									>
										{label}
									</Link>
								))}
							</p>
						</Card>
					</li>
				))}
			</ol>
		</Section>
	);
}

function stepsOf(
	{ periods, students, places, waiting, placesOfOthers }: Beginning,
	side: "institution" | "host",
	text: (typeof beginningText)["nb"],
	number: (count: number) => string,
): readonly Step[] {
	const { ways } = text;
	const told = (count: number, line: (count: string) => string) => (count === 0 ? [] : [line(number(count))]);
	const publish = { to: "/placement/capacity", label: ways.publish };
	return [
		{
			key: "courses",
			done: periods > 0,
			told: told(periods, text.periods),
			ways: [
				{ to: "/import/courses", label: ways.importCourses },
				{ to: "/placement/courses/new", label: ways.newCourse },
			],
		},
		{
			key: "places",
			// What others have published is only told: whether it is meant for these students nobody can know yet.
			done: places > 0,
			told: [
				...told(places, text.places),
				...told(waiting, text.waiting),
				...(side === "institution" ? told(placesOfOthers, text.others) : []),
			],
			ways: [
				...(waiting > 0 ? [publish] : []),
				{ to: "/import/capacity", label: ways.importCapacity },
				side === "institution"
					? { to: "/placement/requests/new", label: ways.request }
					: { to: "/placement/capacity/collections/new", label: ways.collect },
			],
		},
		// Places come first: what students wish is read by the names of the sites.
		{
			key: "students",
			done: students > 0,
			told: told(students, text.students),
			ways: [
				{ to: "/import/students", label: ways.importStudents },
				{ to: "/placement/students/counted", label: ways.counted },
			],
		},
		{ key: "round", done: false, told: [], ways: [{ to: "/placement/rounds/new", label: ways.start }] },
	];
}
