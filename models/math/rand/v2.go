//curfew:models 0

package rand

//curfew:since 1.22
func ExpFloat64() float64

//curfew:since 1.22
func Float32() float32

//curfew:since 1.22
func Float64() float64

//curfew:since 1.22
func Int() int

//curfew:since 1.22
func Int32() int32

//curfew:since 1.22
func Int32N(n int32) int32

//curfew:since 1.22
func Int64() int64

//curfew:since 1.22
func Int64N(n int64) int64

//curfew:since 1.22
func IntN(n int) int

//curfew:since 1.22
func N[Int intType](n Int) Int

//curfew:since 1.22
func New(src Source) *Rand

//curfew:since 1.22
func NewChaCha8(seed [32]byte) *ChaCha8

//curfew:since 1.22
func NewPCG(seed1, seed2 uint64) *PCG

//curfew:since 1.22
func NewZipf(r *Rand, s, v float64, imax uint64) *Zipf

//curfew:since 1.22
func NormFloat64() float64

//curfew:since 1.22
func Perm(n int) []int

//curfew:runs swap
//curfew:since 1.22
func Shuffle(n int, swap func(i int, j int))

//curfew:since 1.23
func Uint() uint

//curfew:since 1.22
func Uint32() uint32

//curfew:since 1.22
func Uint32N(n uint32) uint32

//curfew:since 1.22
func Uint64() uint64

//curfew:since 1.22
func Uint64N(n uint64) uint64

//curfew:since 1.22
func UintN(n uint) uint

//curfew:since 1.22
type ChaCha8 struct{}

//curfew:since 1.24
func (c *ChaCha8) AppendBinary(b []byte) ([]byte, error)

func (c *ChaCha8) MarshalBinary() ([]byte, error)

//curfew:since 1.23
func (c *ChaCha8) Read(p []byte) (n int, err error)

func (c *ChaCha8) Seed(seed [32]byte)

func (c *ChaCha8) Uint64() uint64

func (c *ChaCha8) UnmarshalBinary(data []byte) error

//curfew:since 1.22
type PCG struct{}

//curfew:since 1.24
func (p *PCG) AppendBinary(b []byte) ([]byte, error)

func (p *PCG) MarshalBinary() ([]byte, error)

func (p *PCG) Seed(seed1, seed2 uint64)

func (p *PCG) Uint64() uint64

func (p *PCG) UnmarshalBinary(data []byte) error

//curfew:since 1.22
type Rand struct{}

func (r *Rand) ExpFloat64() float64

func (r *Rand) Float32() float32

func (r *Rand) Float64() float64

func (r *Rand) Int() int

func (r *Rand) Int32() int32

func (r *Rand) Int32N(n int32) int32

func (r *Rand) Int64() int64

func (r *Rand) Int64N(n int64) int64

func (r *Rand) IntN(n int) int

func (r *Rand) NormFloat64() float64

func (r *Rand) Perm(n int) []int

//curfew:runs swap
func (r *Rand) Shuffle(n int, swap func(i int, j int))

//curfew:since 1.23
func (r *Rand) Uint() uint

func (r *Rand) Uint32() uint32

func (r *Rand) Uint32N(n uint32) uint32

func (r *Rand) Uint64() uint64

func (r *Rand) Uint64N(n uint64) uint64

func (r *Rand) UintN(n uint) uint

//curfew:since 1.22
type Source interface {
	Uint64() uint64
}

//curfew:since 1.22
type Zipf struct{}

func (z *Zipf) Uint64() uint64

type intType interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}
