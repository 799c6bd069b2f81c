import type { Templates } from "./templates.ts";

export const english: Templates = {
	placements: {
		goal: "Students get good placements, enough of them and known in good time. Students contribute to development where they are placed.",
		responsibility:
			"The services say what each site can take and supervise the students. The education side requests places, allocates students and answers for assessment.",
		obligations:
			"The services report capacity by the agreed day each year. The education side reports its need in the same round. A place that falls through is reported at once, and the parties find another together.",
		payer:
			"The services are compensated at current rates. The education side covers students' travel and lodging by its own rules.",
		commitments: [{ side: "service", what: "Placements for the agreed programmes" }],
	},
	"supervisor-training": {
		goal: "Everybody who supervises students is trained to do so.",
		responsibility: "The services choose supervisors and give them time. The education side offers the training.",
		obligations:
			"The education side holds training at times and places that suit the services. The services see to it that supervisors can take part and have time to supervise.",
		payer: "The training is free for the services. The services cover substitutes and travel.",
		commitments: [
			{ side: "service", what: "Supervisors who complete training" },
			{ side: "education", what: "Places in supervisor training" },
		],
	},
	"further-education": {
		goal: "Employees gain the competence the services will need, through further education.",
		responsibility: "The services report needs from their competence plan. The education side develops the offers.",
		obligations:
			"The parties go through needs and offers each year before programmes are announced. The services settle leave and substitutes before employees apply.",
		payer: "Each party covers its own expenses. The parties apply for grants together where they can.",
		commitments: [{ side: "education", what: "Courses and programmes the services have asked for" }],
	},
	"shared-positions": {
		goal: "People who work in both places tie teaching, research and practice together.",
		responsibility: "Each party is the employer for its share. The main employer follows up the employee.",
		obligations:
			"The parties agree in writing on tasks, shares and length for each position, and evaluate it together each year.",
		payer: "Each party pays its share of the position.",
		commitments: [{ side: "service", what: "Shared positions that are filled" }],
	},
	research: {
		goal: "The parties do research and development together on questions from the services, and the results are used.",
		responsibility:
			"The services raise topics and give access to practice. The education side answers for the science.",
		obligations:
			"The parties choose topics together each year. Each project has somebody responsible at both parties and a plan for using the results.",
		payer: "Each party covers its own working time. The parties apply for external funds together.",
		commitments: [{ side: "education", what: "Joint research and development projects" }],
	},
	theses: {
		goal: "Students write theses on questions the services need answered.",
		responsibility: "The services suggest topics and name a contact for each thesis. The education side supervises.",
		obligations:
			"The services present topics well before students choose. Students present their results to the services.",
		payer: "Theses cost the parties nothing beyond their own working time.",
		commitments: [{ side: "service", what: "Topics offered to students" }],
	},
	"learning-outcomes": {
		goal: "What students learn matches what the services need.",
		responsibility: "The education side decides the learning outcomes. The services say what they need.",
		obligations:
			"The education side puts drafts of new and changed programmes before the services with reasonable notice, and answers every comment.",
		payer: "Each party covers its own working time.",
		commitments: [{ side: "education", what: "Meetings about programmes and learning outcomes" }],
	},
	innovation: {
		goal: "The parties try out new solutions together, and what works becomes part of daily work.",
		responsibility:
			"The services own the need and the decision to adopt. The education side brings method and students.",
		obligations: "Each project has a goal, an owner and a day to decide whether the solution is adopted.",
		payer: "Each party covers its own working time. Other expenses are agreed for each project.",
		commitments: [{ side: "service", what: "Trials with a goal and an owner" }],
	},
	"digital-competence": {
		goal: "Students and employees master the digital tools the services use.",
		responsibility: "The services give access to tools and test systems. The education side takes them into teaching.",
		obligations:
			"The parties share knowledge of new tools. Students are trained before they meet the tools on placement.",
		payer: "Each party covers its own working time and licences.",
		commitments: [{ side: "education", what: "Courses in digital tools for students and employees" }],
	},
	"user-involvement": {
		goal: "Users and next of kin help shape education and services.",
		responsibility:
			"The services are in touch with councils and users. The education side gives them a place in teaching and development.",
		obligations: "User representatives are invited early and told what their input led to.",
		payer: "Whoever invites covers fees and travel.",
		commitments: [{ side: "education", what: "Meetings and teaching with user representatives" }],
	},
	"interprofessional-practice": {
		goal: "Students of different programmes learn to work together for users.",
		responsibility:
			"The services make room for students of several programmes in one place at one time. The education side aligns its programmes.",
		obligations:
			"The parties agree on sites and weeks for interprofessional practice in the same round as other placements.",
		payer: "As for other placements.",
		commitments: [{ side: "service", what: "Places in interprofessional practice" }],
	},
	"decentralised-study": {
		goal: "People can study where they live, and stay in the services.",
		responsibility:
			"The services recruit applicants and give room and time. The education side answers for the programme.",
		obligations:
			"The parties agree on start, numbers and gatherings well before admission. The services settle leave before employees apply.",
		payer: "The education side covers the programme. The services cover premises and leave by their own rules.",
		commitments: [{ side: "education", what: "Decentralised programmes or courses" }],
	},
	"job-shadowing": {
		goal: "Those who teach know the services, and those in the services know the education.",
		responsibility: "Whoever receives makes a plan for the days. Whoever sends gives paid leave.",
		obligations: "The parties announce job shadowing each year, and those who have been away share what they learned.",
		payer: "Each party pays its own employees. Whoever sends covers travel.",
		commitments: [
			{ side: "service", what: "Days on which we receive employees from the education side" },
			{ side: "education", what: "Days on which we receive employees from the services" },
		],
	},
	"campus-lecturing": {
		goal: "Students meet professionals from the services in their teaching.",
		responsibility: "The education side plans the teaching. The services find professionals and give them time.",
		obligations:
			"The education side reports its needs before the semester. Those who lecture get material and help to prepare.",
		payer: "The education side pays for lectures and travel at its own rates.",
		commitments: [{ side: "service", what: "Lectures by professionals from the services" }],
	},
	recruitment: {
		goal: "More graduates apply to the services, and more stay.",
		responsibility:
			"The services follow up students and new graduates. The education side makes the services known to students.",
		obligations:
			"The services meet students in every year of study. The parties follow how many get jobs where they were placed.",
		payer: "Each party covers its own working time.",
		commitments: [{ side: "service", what: "Gatherings and offers for students about to graduate" }],
	},
};
