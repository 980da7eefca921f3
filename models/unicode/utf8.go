//curfew:models 0

package utf8

const (
	RuneError = '\ufffd'
	MaxRune   = '\U0010ffff'

	RuneSelf = 128
	UTFMax   = 4
)

//curfew:since 1.18
func AppendRune(p []byte, r rune) []byte

func DecodeLastRune(p []byte) (r rune, size int)

func DecodeLastRuneInString(s string) (r rune, size int)

func DecodeRune(p []byte) (r rune, size int)

func DecodeRuneInString(s string) (r rune, size int)

func EncodeRune(p []byte, r rune) int

func FullRune(p []byte) bool

func FullRuneInString(s string) bool

func RuneCount(p []byte) int

func RuneCountInString(s string) (n int)

func RuneLen(r rune) int

func RuneStart(b byte) bool

func Valid(p []byte) bool

func ValidRune(r rune) bool

func ValidString(s string) bool
