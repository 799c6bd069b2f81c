import type { House } from "../house.server.ts";
import { system } from "../identity/actor.ts";
import { demoKeepers, seedAgreementDemo } from "../modules/agreement/demo.server.ts";
import {
	demoPlanners,
	seedCollection,
	seedCompetenceDemo,
	seedPlan,
	seedStudies,
	seedUsed,
} from "../modules/competence/demo.server.ts";
import {
	demoAdopterId,
	demoAnswererIds,
	demoDeveloperId,
	demoHelpedIds,
	demoNetworkKeeperId,
	demoProgrammeApplicantIds,
	demoProgrammeKeeperId,
	demoResearcherId,
	seedAdoptionDemo,
	seedCardDemo,
	seedDevelopmentDemo,
	seedGatheringDemo,
	seedHelpAnswered,
	seedHelpBegun,
	seedHelpOffered,
	seedKnowledgeNeeds,
	seedNetworkDemo,
	seedProgrammeApplied,
	seedProgrammeDecided,
	seedProgrammeOpened,
	seedProgrammeProject,
	seedResearch,
	seedResearchAnswers,
	seedResearchReturned,
} from "../modules/development/demo.server.ts";
import { type RunAs, seedApplicationsDemo } from "../modules/funding/apply/demo.server.ts";
import { seedDecidedDemo } from "../modules/funding/assess/demo.server.ts";
import { seedAwardDecided, seedAwardGiven, seedAwardKept } from "../modules/funding/award/demo.server.ts";
import { demoApplicantId, demoGivers, seedFundingDemo, seedNeedsDemo } from "../modules/funding/demo.server.ts";
import { seedGuidanceAdvised, seedGuidanceAsked, seedGuides } from "../modules/funding/guidance/demo.server.ts";
import { demoKeeperId, seedMeetingDemo } from "../modules/meeting/demo.server.ts";
import { seedEnquiryDemo } from "../modules/meeting/enquiry/demo.server.ts";
import { seedHearingDemo } from "../modules/meeting/hearing/demo.server.ts";
import { seedDemo } from "../modules/organisation/demo.server.ts";
import { seedReference } from "../modules/organisation/reference.server.ts";
import { seedPlacementDemo } from "../modules/placement/demo.server.ts";

/** What a database needs before people arrive: the public facts the product ships with and, in demo mode, the demo region. */
export async function prepare(house: House): Promise<void> {
	await house.database.commanding(system("reference"), seedReference);
	if (!house.configuration.demo) return;
	await house.database.commanding(system("demo"), seedDemo);
	await house.database.commanding(system("demo"), seedPlacementDemo);
	for (const { at, id } of demoKeepers())
		await house.database.commanding(system("demo", id), (work) => seedAgreementDemo(work, at));
	for (const { id, answered, named, plan } of demoPlanners()) {
		await house.database.commanding(system("demo", id), (work) => seedCompetenceDemo(work, answered));
		await house.database.commanding(system("demo", id), (work) => seedPlan(work, plan));
		await house.database.commanding(system("demo", id), (work) => seedStudies(work, named));
		await house.database.commanding(system("demo", id), seedCollection);
		await house.database.commanding(system("demo", id), seedUsed);
	}
	await house.database.commanding(system("demo", demoDeveloperId()), seedDevelopmentDemo);
	await house.database.commanding(system("demo", demoNetworkKeeperId()), seedNetworkDemo);
	await house.database.commanding(system("demo", demoNetworkKeeperId()), seedGatheringDemo);
	await house.database.commanding(system("demo", demoDeveloperId()), seedCardDemo);
	await house.database.commanding(system("demo", demoAdopterId()), seedAdoptionDemo);
	await house.database.commanding(system("demo", demoDeveloperId()), seedKnowledgeNeeds);
	await house.database.commanding(system("demo", demoResearcherId()), seedResearch);
	for (const id of demoAnswererIds()) await house.database.commanding(system("demo", id), seedResearchAnswers);
	await house.database.commanding(system("demo", demoResearcherId()), seedResearchReturned);
	await house.database.commanding(system("demo", demoProgrammeKeeperId()), seedProgrammeOpened);
	for (const id of demoProgrammeApplicantIds())
		await house.database.commanding(system("demo", id), seedProgrammeApplied);
	await house.database.commanding(system("demo", demoProgrammeKeeperId()), seedProgrammeDecided);
	for (const id of demoProgrammeApplicantIds())
		await house.database.commanding(system("demo", id), seedProgrammeProject);
	await house.database.commanding(system("demo", demoNetworkKeeperId()), seedHelpOffered);
	for (const id of demoHelpedIds()) await house.database.commanding(system("demo", id), seedHelpAnswered);
	await house.database.commanding(system("demo", demoNetworkKeeperId()), seedHelpBegun);
	for (const { id, county } of demoGivers())
		await house.database.commanding(system("demo", id), (work) => seedFundingDemo(work, county));
	await house.database.commanding(system("demo", demoApplicantId()), seedNeedsDemo);
	const runAs: RunAs = (id, verb) => house.database.commanding(system("demo", id), verb);
	await seedDecidedDemo(runAs);
	await seedApplicationsDemo(runAs);
	const [giver] = demoGivers();
	if (giver) await runAs(giver.id, (work) => seedAwardGiven(work, demoApplicantId()));
	await runAs(demoApplicantId(), seedAwardKept);
	if (giver) {
		await runAs(giver.id, seedAwardDecided);
		await runAs(giver.id, seedGuides);
		await runAs(demoApplicantId(), (work) => seedGuidanceAsked(work, giver.id));
		await runAs(giver.id, seedGuidanceAdvised);
	}
	await house.database.commanding(system("demo", demoKeeperId()), seedMeetingDemo);
	await house.database.commanding(system("demo", demoKeeperId()), seedHearingDemo);
	await house.database.commanding(system("demo", demoKeeperId()), (work) => seedEnquiryDemo(work, demoKeeperId()));
}
