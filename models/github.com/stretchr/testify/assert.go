//curfew:models 0

// Written from v1.12.1.
package assert

import (
	"time"
)

func Contains(t TestingT, s interface{}, contains interface{}, msgAndArgs ...interface{}) bool

func Empty(t TestingT, object interface{}, msgAndArgs ...interface{}) bool

func Equal(t TestingT, expected interface{}, actual interface{}, msgAndArgs ...interface{}) bool

func Error(t TestingT, err error, msgAndArgs ...interface{}) bool

func ErrorIs(t TestingT, err error, target error, msgAndArgs ...interface{}) bool

func Eventually(t TestingT, condition func() bool, waitFor time.Duration, tick time.Duration, msgAndArgs ...interface{}) bool

//curfew:fails t
func FailNow(t TestingT, failureMessage string, msgAndArgs ...interface{}) bool

//curfew:fails t
func FailNowf(t TestingT, failureMessage string, msg string, args ...interface{}) bool

func False(t TestingT, value bool, msgAndArgs ...interface{}) bool

func Len(t TestingT, object interface{}, length int, msgAndArgs ...interface{}) bool

func New(t TestingT) *Assertions

func Nil(t TestingT, object interface{}, msgAndArgs ...interface{}) bool

func NoError(t TestingT, err error, msgAndArgs ...interface{}) bool

func NotEmpty(t TestingT, object interface{}, msgAndArgs ...interface{}) bool

func NotNil(t TestingT, object interface{}, msgAndArgs ...interface{}) bool

func True(t TestingT, value bool, msgAndArgs ...interface{}) bool

type Assertions struct{}

func (a *Assertions) Equal(expected interface{}, actual interface{}, msgAndArgs ...interface{}) bool

func (a *Assertions) Error(err error, msgAndArgs ...interface{}) bool

//curfew:fails recv
func (a *Assertions) FailNow(failureMessage string, msgAndArgs ...interface{}) bool

//curfew:fails recv
func (a *Assertions) FailNowf(failureMessage string, msg string, args ...interface{}) bool

func (a *Assertions) False(value bool, msgAndArgs ...interface{}) bool

func (a *Assertions) Nil(object interface{}, msgAndArgs ...interface{}) bool

func (a *Assertions) NoError(err error, msgAndArgs ...interface{}) bool

func (a *Assertions) NotNil(object interface{}, msgAndArgs ...interface{}) bool

func (a *Assertions) True(value bool, msgAndArgs ...interface{}) bool

type TestingT interface {
	Errorf(format string, args ...interface{})
}
