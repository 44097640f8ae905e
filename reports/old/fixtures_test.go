package reports

import "collab/reports/reportstest"

type fixture[T any] = reportstest.Fixture[T]

var (
	fixtures, rooms, pages, comparisons, courses, portfolios = reportstest.One, reportstest.Rooms, reportstest.Pages, reportstest.Comparisons, reportstest.Courses, reportstest.Portfolios

	complete, shortForm, hostile, other = reportstest.Complete, reportstest.ShortForm, reportstest.Hostile, reportstest.Other

	assessed, defaultRubric, smallRubric, date = reportstest.Assessed, reportstest.DefaultRubric, reportstest.SmallRubric, reportstest.Date

	twelve, gathered, roomOfTwelve, afterTalking = reportstest.Twelve, reportstest.Gathered, reportstest.RoomOfTwelve, reportstest.AfterTalking

	alone, fourNotShown, member, seven = reportstest.Alone, reportstest.FourNotShown, reportstest.Member, reportstest.Seven

	forty, fortyOf, longNames = reportstest.Forty, reportstest.FortyOf, reportstest.LongNames
)
