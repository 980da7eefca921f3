//curfew:models 0

// What does not hold ends the goroutine that asked, which must be the test's own. Written from v1.12.1.
package require

import (
	"time"

	"github.com/stretchr/testify/assert"
)

//curfew:fails t
func Condition(t TestingT, comp assert.Comparison, msgAndArgs ...interface{})

//curfew:fails t
func Contains(t TestingT, s interface{}, contains interface{}, msgAndArgs ...interface{})

//curfew:fails t
func DirExists(t TestingT, path string, msgAndArgs ...interface{})

//curfew:fails t
func ElementsMatch(t TestingT, listA interface{}, listB interface{}, msgAndArgs ...interface{})

//curfew:fails t
func Empty(t TestingT, object interface{}, msgAndArgs ...interface{})

//curfew:fails t
func Emptyf(t TestingT, object interface{}, msg string, args ...interface{})

//curfew:fails t
func Equal(t TestingT, expected interface{}, actual interface{}, msgAndArgs ...interface{})

//curfew:fails t
func EqualError(t TestingT, theError error, errString string, msgAndArgs ...interface{})

//curfew:fails t
func EqualValues(t TestingT, expected interface{}, actual interface{}, msgAndArgs ...interface{})

//curfew:fails t
func Equalf(t TestingT, expected interface{}, actual interface{}, msg string, args ...interface{})

//curfew:fails t
func Error(t TestingT, err error, msgAndArgs ...interface{})

//curfew:fails t
func ErrorAs(t TestingT, err error, target interface{}, msgAndArgs ...interface{})

//curfew:fails t
func ErrorContains(t TestingT, theError error, contains string, msgAndArgs ...interface{})

//curfew:fails t
func ErrorIs(t TestingT, err error, target error, msgAndArgs ...interface{})

//curfew:fails t
func ErrorIsf(t TestingT, err error, target error, msg string, args ...interface{})

//curfew:fails t
func Errorf(t TestingT, err error, msg string, args ...interface{})

//curfew:fails t
func Eventually(t TestingT, condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...interface{})

//curfew:fails t
func EventuallyWithT(t TestingT, condition func(collect *assert.CollectT), waitFor time.Duration, tick time.Duration, msgAndArgs ...interface{})

//curfew:fails t
func Eventuallyf(t TestingT, condition func() bool, waitFor time.Duration, tick time.Duration, msg string, args ...interface{})

//curfew:fails t
func Exactly(t TestingT, expected interface{}, actual interface{}, msgAndArgs ...interface{})

//curfew:fails t
func Fail(t TestingT, failureMessage string, msgAndArgs ...interface{})

//curfew:fails t
func FailNow(t TestingT, failureMessage string, msgAndArgs ...interface{})

//curfew:fails t
func FailNowf(t TestingT, failureMessage string, msg string, args ...interface{})

//curfew:fails t
func Failf(t TestingT, failureMessage string, msg string, args ...interface{})

//curfew:fails t
func False(t TestingT, value bool, msgAndArgs ...interface{})

//curfew:fails t
func Falsef(t TestingT, value bool, msg string, args ...interface{})

//curfew:fails t
func FileExists(t TestingT, path string, msgAndArgs ...interface{})

//curfew:fails t
func Greater(t TestingT, e1 interface{}, e2 interface{}, msgAndArgs ...interface{})

//curfew:fails t
func GreaterOrEqual(t TestingT, e1 interface{}, e2 interface{}, msgAndArgs ...interface{})

//curfew:fails t
func InDelta(t TestingT, expected interface{}, actual interface{}, delta float64, msgAndArgs ...interface{})

//curfew:fails t
func InEpsilon(t TestingT, expected interface{}, actual interface{}, epsilon float64, msgAndArgs ...interface{})

//curfew:fails t
func IsType(t TestingT, expectedType interface{}, object interface{}, msgAndArgs ...interface{})

//curfew:fails t
func JSONEq(t TestingT, expected string, actual string, msgAndArgs ...interface{})

//curfew:fails t
func Len(t TestingT, object interface{}, length int, msgAndArgs ...interface{})

//curfew:fails t
func Lenf(t TestingT, object interface{}, length int, msg string, args ...interface{})

//curfew:fails t
func Less(t TestingT, e1 interface{}, e2 interface{}, msgAndArgs ...interface{})

//curfew:fails t
func LessOrEqual(t TestingT, e1 interface{}, e2 interface{}, msgAndArgs ...interface{})

//curfew:fails t
func Never(t TestingT, condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...interface{})

func New(t TestingT) *Assertions

//curfew:fails t
func Nil(t TestingT, object interface{}, msgAndArgs ...interface{})

//curfew:fails t
func Nilf(t TestingT, object interface{}, msg string, args ...interface{})

//curfew:fails t
func NoError(t TestingT, err error, msgAndArgs ...interface{})

//curfew:fails t
func NoErrorf(t TestingT, err error, msg string, args ...interface{})

//curfew:fails t
func NoFileExists(t TestingT, path string, msgAndArgs ...interface{})

//curfew:fails t
func NotContains(t TestingT, s interface{}, contains interface{}, msgAndArgs ...interface{})

//curfew:fails t
func NotEmpty(t TestingT, object interface{}, msgAndArgs ...interface{})

//curfew:fails t
func NotEmptyf(t TestingT, object interface{}, msg string, args ...interface{})

//curfew:fails t
func NotEqual(t TestingT, expected interface{}, actual interface{}, msgAndArgs ...interface{})

//curfew:fails t
func NotEqualf(t TestingT, expected interface{}, actual interface{}, msg string, args ...interface{})

//curfew:fails t
func NotErrorIs(t TestingT, err error, target error, msgAndArgs ...interface{})

//curfew:fails t
func NotNil(t TestingT, object interface{}, msgAndArgs ...interface{})

//curfew:fails t
func NotNilf(t TestingT, object interface{}, msg string, args ...interface{})

//curfew:fails t
func NotPanics(t TestingT, f assert.PanicTestFunc, msgAndArgs ...interface{})

//curfew:fails t
func NotZero(t TestingT, i interface{}, msgAndArgs ...interface{})

//curfew:fails t
func Panics(t TestingT, f assert.PanicTestFunc, msgAndArgs ...interface{})

//curfew:fails t
func PanicsWithValue(t TestingT, expected interface{}, f assert.PanicTestFunc, msgAndArgs ...interface{})

//curfew:fails t
func Positive(t TestingT, e interface{}, msgAndArgs ...interface{})

//curfew:fails t
func Regexp(t TestingT, rx interface{}, str interface{}, msgAndArgs ...interface{})

//curfew:fails t
func Same(t TestingT, expected interface{}, actual interface{}, msgAndArgs ...interface{})

//curfew:fails t
func Subset(t TestingT, list interface{}, subset interface{}, msgAndArgs ...interface{})

//curfew:fails t
func True(t TestingT, value bool, msgAndArgs ...interface{})

//curfew:fails t
func Truef(t TestingT, value bool, msg string, args ...interface{})

//curfew:fails t
func WithinDuration(t TestingT, expected time.Time, actual time.Time, delta time.Duration, msgAndArgs ...interface{})

//curfew:fails t
func YAMLEq(t TestingT, expected string, actual string, msgAndArgs ...interface{})

//curfew:fails t
func Zero(t TestingT, i interface{}, msgAndArgs ...interface{})

type Assertions struct{}

//curfew:fails recv
func (a *Assertions) Condition(comp assert.Comparison, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Contains(s interface{}, contains interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) DirExists(path string, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) ElementsMatch(listA interface{}, listB interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Empty(object interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Emptyf(object interface{}, msg string, args ...interface{})

//curfew:fails recv
func (a *Assertions) Equal(expected interface{}, actual interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) EqualError(theError error, errString string, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) EqualValues(expected interface{}, actual interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Equalf(expected interface{}, actual interface{}, msg string, args ...interface{})

//curfew:fails recv
func (a *Assertions) Error(err error, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) ErrorAs(err error, target interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) ErrorContains(theError error, contains string, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) ErrorIs(err error, target error, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) ErrorIsf(err error, target error, msg string, args ...interface{})

//curfew:fails recv
func (a *Assertions) Errorf(err error, msg string, args ...interface{})

//curfew:fails recv
func (a *Assertions) Eventually(condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) EventuallyWithT(condition func(collect *assert.CollectT), waitFor time.Duration, tick time.Duration, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Eventuallyf(condition func() bool, waitFor time.Duration, tick time.Duration, msg string, args ...interface{})

//curfew:fails recv
func (a *Assertions) Exactly(expected interface{}, actual interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Fail(failureMessage string, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) FailNow(failureMessage string, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) FailNowf(failureMessage string, msg string, args ...interface{})

//curfew:fails recv
func (a *Assertions) Failf(failureMessage string, msg string, args ...interface{})

//curfew:fails recv
func (a *Assertions) False(value bool, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Falsef(value bool, msg string, args ...interface{})

//curfew:fails recv
func (a *Assertions) FileExists(path string, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Greater(e1 interface{}, e2 interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) GreaterOrEqual(e1 interface{}, e2 interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) InDelta(expected interface{}, actual interface{}, delta float64, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) InEpsilon(expected interface{}, actual interface{}, epsilon float64, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) IsType(expectedType interface{}, object interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) JSONEq(expected string, actual string, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Len(object interface{}, length int, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Lenf(object interface{}, length int, msg string, args ...interface{})

//curfew:fails recv
func (a *Assertions) Less(e1 interface{}, e2 interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) LessOrEqual(e1 interface{}, e2 interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Never(condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Nil(object interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Nilf(object interface{}, msg string, args ...interface{})

//curfew:fails recv
func (a *Assertions) NoError(err error, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) NoErrorf(err error, msg string, args ...interface{})

//curfew:fails recv
func (a *Assertions) NoFileExists(path string, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) NotContains(s interface{}, contains interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) NotEmpty(object interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) NotEmptyf(object interface{}, msg string, args ...interface{})

//curfew:fails recv
func (a *Assertions) NotEqual(expected interface{}, actual interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) NotEqualf(expected interface{}, actual interface{}, msg string, args ...interface{})

//curfew:fails recv
func (a *Assertions) NotErrorIs(err error, target error, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) NotNil(object interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) NotNilf(object interface{}, msg string, args ...interface{})

//curfew:fails recv
func (a *Assertions) NotPanics(f assert.PanicTestFunc, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) NotZero(i interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Panics(f assert.PanicTestFunc, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) PanicsWithValue(expected interface{}, f assert.PanicTestFunc, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Positive(e interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Regexp(rx interface{}, str interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Same(expected interface{}, actual interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Subset(list interface{}, subset interface{}, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) True(value bool, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Truef(value bool, msg string, args ...interface{})

//curfew:fails recv
func (a *Assertions) WithinDuration(expected time.Time, actual time.Time, delta time.Duration, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) YAMLEq(expected string, actual string, msgAndArgs ...interface{})

//curfew:fails recv
func (a *Assertions) Zero(i interface{}, msgAndArgs ...interface{})

type TestingT interface {
	Errorf(format string, args ...interface{})
	FailNow()
}
