//curfew:models 0

package errors

var (
	//curfew:since 1.21
	ErrUnsupported error
)

func As(err error, target any) bool

//curfew:since 1.26
func AsType[E error](err error) (E, bool)

func Is(err, target error) bool

//curfew:since 1.20
func Join(errs ...error) error

func New(text string) error

func Unwrap(err error) error
