//curfew:models 0

// Written from v1.1.1.
package multierror

func Append(err error, errs ...error) *Error

type Error struct {
	Errors []error
}

func (e *Error) Error() string

func (e *Error) ErrorOrNil() error

type Group struct{}

//curfew:spawns f counted
func (g *Group) Go(f func() error)

//curfew:wg-wait
//curfew:releases
func (g *Group) Wait() *Error
