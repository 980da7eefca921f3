//curfew:models 0

package debug

func FreeOSMemory()

func PrintStack()

func ReadBuildInfo() (info *BuildInfo, ok bool)

func SetGCPercent(percent int) int

func SetMaxStack(bytes int) int

func SetMaxThreads(threads int) int

//curfew:since 1.19
func SetMemoryLimit(limit int64) int64

func SetPanicOnFault(enabled bool) bool

func SetTraceback(level string)

func Stack() []byte

type BuildInfo struct {
	//curfew:since 1.18
	GoVersion string
	Path      string
	Main      Module
	Deps      []*Module
	//curfew:since 1.18
	Settings []BuildSetting
}

//curfew:since 1.18
func (bi *BuildInfo) String() string

//curfew:since 1.18
type BuildSetting struct {
	Key   string
	Value string
}

type Module struct {
	Path    string
	Version string
	Sum     string
	Replace *Module
}
