//curfew:models 0

// The registry receives what a collector sends until the collector returns. Written from v1.25.0.
package prometheus

const (
	CounterValue ValueType = 1
	GaugeValue   ValueType = 2
	UntypedValue ValueType = 3
)

func BuildFQName(namespace, subsystem, name string) string

func MustNewConstMetric(desc *Desc, valueType ValueType, value float64, labelValues ...string) Metric

func NewConstMetric(desc *Desc, valueType ValueType, value float64, labelValues ...string) (Metric, error)

func NewDesc(fqName, help string, variableLabels []string, constLabels Labels) *Desc

func NewInvalidMetric(desc *Desc, err error) Metric

type Collector interface {
	//curfew:receives descs
	Describe(descs chan<- *Desc)
	//curfew:receives metrics
	Collect(metrics chan<- Metric)
}

type Desc struct{}

type Labels map[string]string

type Metric interface {
	Desc() *Desc
}

type ValueType int
