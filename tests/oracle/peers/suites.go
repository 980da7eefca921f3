package main

// A suite is one analyzer's test data and the rule of curfew that answers for it.
type suite struct {
	name   string
	module string
	folder string // below the module
	rules  []string
	goes   int // language 1.N where neither the folder nor an archive says
}

const (
	xtools      = "golang.org/x/tools"
	staticcheck = "honnef.co/go/tools"
	passes      = "go/analysis/passes/"
)

var suites = []suite{
	{"lostcancel", xtools, passes + "lostcancel", []string{"lost-cancel"}, 0},
	{"waitgroup", xtools, passes + "waitgroup", []string{"late-add"}, 0},
	{"testinggoroutine", xtools, passes + "testinggoroutine", []string{"fatal-in-goroutine"}, 0},
	{"copylock", xtools, passes + "copylock", []string{"copied-lock"}, 0},
	{"loopclosure", xtools, passes + "loopclosure", []string{"captured-loop-variable"}, 21},
	{"httpresponse", xtools, passes + "httpresponse", []string{"unclosed-body"}, 0},
	{"sigchanyzer", xtools, passes + "sigchanyzer", []string{"unbuffered-signal"}, 0},
	{"SA1012", staticcheck, "staticcheck/sa1012", []string{"nil-context"}, 0},
	{"SA1015", staticcheck, "staticcheck/sa1015", []string{"timer-churn"}, 0},
	{"SA1017", staticcheck, "staticcheck/sa1017", []string{"unbuffered-signal"}, 0},
	{"SA2000", staticcheck, "staticcheck/sa2000", []string{"late-add"}, 0},
	{"SA2002", staticcheck, "staticcheck/sa2002", []string{"fatal-in-goroutine"}, 0},
}
