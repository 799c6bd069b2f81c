import type { Work } from "../../../database/work.server.ts";
import { gather } from "../../../import/gather.ts";
import type { Language } from "../../../language.ts";
import type { RowOf } from "../../../spreadsheet/contract.ts";
import { readVocabulary } from "../../organisation/service.server.ts";
import { hostKinds, professionOf } from "../capacity/codes.ts";
import { offerRows } from "../capacity/pages/offers-sheet.server.ts";
import { listSites } from "../capacity/site.store.server.ts";
import { listOffers } from "../capacity/store.server.ts";
import type { PeriodChoice } from "../course/contract.ts";
import { listPeriodChoices } from "../course/service.server.ts";
import { listAllPeriods, listCourses } from "../course/store.server.ts";
import type { requestSheet } from "../request/sheet.ts";
import { listRequests } from "../request/store.server.ts";
import { listClaimKeys, listClaimsIn } from "../roster/claim.store.server.ts";
import { wishKey } from "../roster/rules.ts";
import { listAllStudents } from "../roster/store.server.ts";
import { listWishes } from "../roster/wish.store.server.ts";
import type { CapacityImportRow } from "./capacity/sheet.ts";
import type { CourseSheetRow } from "./courses/sheet.ts";
import { knownOrganisations } from "./organisations.server.ts";
import type { studentSheet, wishColumns } from "./students/sheet.ts";
import { listWishable } from "./students/wishes.store.server.ts";
import { writtenWish } from "./students/wishes.ts";

/** The students kept here by name, each in one row for every period to come, as an import reads them. */
export async function currentStudents(work: Work, organisationId: string): Promise<RowOf<typeof studentSheet>[]> {
	const periods = new Map((await listPeriodChoices(work)).map((period) => [period.id, period]));
	const periodsOf = new Map<string, PeriodChoice[]>();
	for (const { studentId, periodId, withdrawn } of await listClaimKeys(work, organisationId)) {
		const period = periods.get(periodId);
		if (period && !withdrawn) gather(periodsOf, studentId, period);
	}
	const wishesOf = await writtenWishes(work, organisationId, periods);
	const students = (await listAllStudents(work, organisationId)).filter(
		({ named, leftOn }) => named && (leftOn === null || leftOn >= work.today),
	);
	return students.flatMap((student) => {
		const { id, name, number, email, phone, programme, yearOfStudy, postcode, travel, language } = student;
		const about = { name, number, email, phone, institution: student.institutionName, programme, yearOfStudy };
		return (periodsOf.get(id) ?? [null]).map((period) => ({
			...{ ...about, firstName: null, lastName: null, postcode, travel, language, period: period?.name ?? null },
			course: period?.courseCode ?? period?.courseName ?? null,
			...wishCells(period === null ? [] : (wishesOf.get(`${id} ${period.id}`) ?? [])),
		}));
	});
}

/** The wishes of students as a sheet has them, by `student period`. */
async function writtenWishes(
	work: Work,
	organisationId: string,
	periods: ReadonlyMap<string, PeriodChoice>,
): Promise<ReadonlyMap<string, readonly string[]>> {
	const places = await listWishable(work);
	const byKey = new Map(places.map((place) => [wishKey(place), place]));
	const counts = new Map<string, number>();
	for (const { name } of places) counts.set(name, (counts.get(name) ?? 0) + 1);
	const written = new Map<string, readonly string[]>();
	for (const periodId of periods.keys()) {
		const claims = await listClaimsIn(work, organisationId, periodId);
		const wishes = await listWishes(
			work,
			claims.map(({ id }) => id),
		);
		for (const { id, studentId } of claims) {
			const words = (wishes.get(id) ?? []).map((wish) => {
				const place = byKey.get(wishKey(wish));
				return place === undefined ? wish.target : writtenWish(place, (name) => counts.get(name) === 1);
			});
			written.set(`${studentId} ${periodId}`, words);
		}
	}
	return written;
}

function wishCells(words: readonly string[]): Pick<RowOf<typeof studentSheet>, (typeof wishColumns)[number]> {
	const [wish1 = null, wish2 = null, wish3 = null, wish4 = null, wish5 = null, wish6 = null, wish7 = null, ...rest] =
		words;
	return { wish1, wish2, wish3, wish4, wish5, wish6, wish7, wish8: rest[0] ?? null };
}

/** The courses kept here that have a code, each in one row for every period, as an import reads them. */
export async function currentCourses(
	work: Work,
	organisationId: string,
	language: Language,
): Promise<CourseSheetRow[]> {
	const { rows } = await listCourses(work, { keeper: "own" }, { organisationId, seesOwn: true, words: [] });
	const { settings } = await readVocabulary(work);
	const nameOf = new Map(settings.map(({ code, name }) => [code, name[language]]));
	const periodsOf = new Map<string, Awaited<ReturnType<typeof listAllPeriods>>>();
	for (const period of await listAllPeriods(work, organisationId)) gather(periodsOf, period.courseId, period);
	return rows.flatMap((course) => {
		const { code, name, programme, campus, yearOfStudy, credits, weeks, hours } = course;
		const profession = professionOf(course.profession);
		if (code === null || profession === null) return [];
		const about = { code, name, programme, campus, institution: course.institutionName, profession, yearOfStudy };
		const wanted = course.settings.map((setting) => nameOf.get(setting) ?? setting).join("; ") || null;
		return (periodsOf.get(course.id) ?? [null]).map((period) => ({
			...{ ...about, credits, weeks, hours, settings: wanted, period: period?.name ?? null },
			...{ firstDay: period?.firstDay ?? null, lastDay: period?.lastDay ?? null },
			studentsExpected: period?.studentsExpected ?? null,
		}));
	});
}

/** The offers kept here, as an import reads them. */
export async function currentCapacity(
	work: Work,
	organisationId: string,
	language: Language,
): Promise<CapacityImportRow[]> {
	const { word } = await knownOrganisations(work, hostKinds);
	const { rows } = await listOffers(work, organisationId, { words: [] });
	const sites = await listSites(work, organisationId, { words: [] });
	const contactOf = new Map(sites.rows.map(({ id, contactName, contactEmail }) => [id, { contactName, contactEmail }]));
	const offers = await offerRows(work, rows, language, ({ hostId, hostName }) => word(hostId) ?? hostName);
	return offers.map((offer, at) => ({
		...offer,
		...(contactOf.get(rows[at]?.siteId ?? "") ?? { contactName: null, contactEmail: null }),
	}));
}

/** The requests the organisation is a party to and that are not withdrawn, as an import reads them. */
export async function currentRequests(work: Work, organisationId: string): Promise<RowOf<typeof requestSheet>[]> {
	const { word } = await knownOrganisations(work, hostKinds);
	const { rows } = await listRequests(work, organisationId, { words: [] });
	return rows.flatMap((row) => {
		const profession = professionOf(row.profession);
		if (profession === null || row.state === "withdrawn") return [];
		const { institutionName: institution, programme, courseName, yearOfStudy, firstDay, lastDay, places } = row;
		const about = { institution, host: word(row.hostId) ?? row.hostName, programme, courseName, profession };
		const { answerBy, message, state, unmetReason: reason } = row;
		return [
			{
				...{ ...about, yearOfStudy, firstDay, lastDay, places, answerBy, message, reason },
				offered: state === "answered" ? row.offered : null,
			},
		];
	});
}
