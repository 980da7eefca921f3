//curfew:models 0

// From Go 1.23 on a timer or ticker that nothing refers to is collected, stopped or not.
package time

const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	//curfew:since 1.20
	DateTime = "2006-01-02 15:04:05"
	//curfew:since 1.20
	DateOnly = "2006-01-02"
	//curfew:since 1.20
	TimeOnly = "15:04:05"

	January   Month = 1
	February  Month = 2
	March     Month = 3
	April     Month = 4
	May       Month = 5
	June      Month = 6
	July      Month = 7
	August    Month = 8
	September Month = 9
	October   Month = 10
	November  Month = 11
	December  Month = 12

	Sunday    Weekday = 0
	Monday    Weekday = 1
	Tuesday   Weekday = 2
	Wednesday Weekday = 3
	Thursday  Weekday = 4
	Friday    Weekday = 5
	Saturday  Weekday = 6

	Nanosecond  Duration = 1
	Microsecond Duration = 1000
	Millisecond Duration = 1000000
	Second      Duration = 1000000000
	Minute      Duration = 60000000000
	Hour        Duration = 3600000000000
)

var (
	Local *Location
	UTC   *Location
)

// The channel gets one value and is never closed.
//
//curfew:feeds result once
func After(d Duration) <-chan Time

//curfew:spawns f delayed
func AfterFunc(d Duration, f func()) *Timer

func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time

func FixedZone(name string, offset int) *Location

func LoadLocation(name string) (*Location, error)

func LoadLocationFromTZData(name string, data []byte) (*Location, error)

//curfew:feeds result.C forever
//curfew:must-release result until Stop before 1.23
func NewTicker(d Duration) *Ticker

//curfew:feeds result.C once
func NewTimer(d Duration) *Timer

func Now() Time

func Parse(layout, value string) (Time, error)

func ParseDuration(s string) (Duration, error)

func ParseInLocation(layout, value string, loc *Location) (Time, error)

func Since(t Time) Duration

//curfew:sleeps d
func Sleep(d Duration)

// Before Go 1.23 the ticker behind the channel lives for ever, because nobody can stop it.
//
//curfew:feeds result forever
func Tick(d Duration) <-chan Time

func Unix(sec, nsec int64) Time

func UnixMicro(usec int64) Time

func UnixMilli(msec int64) Time

func Until(t Time) Duration

type Duration int64

//curfew:since 1.19
func (d Duration) Abs() Duration

func (d Duration) Hours() float64

func (d Duration) Microseconds() int64

func (d Duration) Milliseconds() int64

func (d Duration) Minutes() float64

func (d Duration) Nanoseconds() int64

func (d Duration) Round(m Duration) Duration

func (d Duration) Seconds() float64

func (d Duration) String() string

func (d Duration) Truncate(m Duration) Duration

type Location struct{}

func (l *Location) String() string

type Month int

func (m Month) String() string

type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string

type Ticker struct {
	C <-chan Time
}

func (t *Ticker) Reset(d Duration)

// Ends the ticks, but does not close C: a range over C stays blocked.
//
//curfew:releases
func (t *Ticker) Stop()

type Time struct{}

func (t Time) Add(d Duration) Time

func (t Time) AddDate(years, months, days int) Time

func (t Time) After(u Time) bool

//curfew:since 1.24
func (t Time) AppendBinary(b []byte) ([]byte, error)

func (t Time) AppendFormat(b []byte, layout string) []byte

//curfew:since 1.24
func (t Time) AppendText(b []byte) ([]byte, error)

func (t Time) Before(u Time) bool

func (t Time) Clock() (hour, min, sec int)

//curfew:since 1.20
func (t Time) Compare(u Time) int

func (t Time) Date() (year int, month Month, day int)

func (t Time) Day() int

func (t Time) Equal(u Time) bool

func (t Time) Format(layout string) string

func (t Time) GoString() string

func (t *Time) GobDecode(data []byte) error

func (t Time) GobEncode() ([]byte, error)

func (t Time) Hour() int

func (t Time) ISOWeek() (year, week int)

func (t Time) In(loc *Location) Time

func (t Time) IsDST() bool

func (t Time) IsZero() bool

func (t Time) Local() Time

func (t Time) Location() *Location

func (t Time) MarshalBinary() ([]byte, error)

func (t Time) MarshalJSON() ([]byte, error)

func (t Time) MarshalText() ([]byte, error)

func (t Time) Minute() int

func (t Time) Month() Month

func (t Time) Nanosecond() int

func (t Time) Round(d Duration) Time

func (t Time) Second() int

func (t Time) String() string

func (t Time) Sub(u Time) Duration

func (t Time) Truncate(d Duration) Time

func (t Time) UTC() Time

func (t Time) Unix() int64

func (t Time) UnixMicro() int64

func (t Time) UnixMilli() int64

func (t Time) UnixNano() int64

func (t *Time) UnmarshalBinary(data []byte) error

func (t *Time) UnmarshalJSON(data []byte) error

func (t *Time) UnmarshalText(data []byte) error

func (t Time) Weekday() Weekday

func (t Time) Year() int

func (t Time) YearDay() int

func (t Time) Zone() (name string, offset int)

//curfew:since 1.19
func (t Time) ZoneBounds() (start, end Time)

type Timer struct {
	C <-chan Time
}

func (t *Timer) Reset(d Duration) bool

//curfew:releases
func (t *Timer) Stop() bool

type Weekday int

func (d Weekday) String() string
